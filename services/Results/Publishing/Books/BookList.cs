using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>A table of a book that does not list the field: awards, teams, legs, countries.</summary>
internal sealed record BookList(string Title, IReadOnlyList<ListColumn> Columns, IReadOnlyList<ListLine> Lines);

/// <summary>A column.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Share">Of the width; a list's shares add up to 1.</param>
/// <param name="Align">Where its text stands.</param>
internal sealed record ListColumn(string Title, float Share, Align Align = Align.Left);

/// <summary>A line.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="Country">Where the names in it come from, for the form of their letters.</param>
internal sealed record ListLine(IReadOnlyList<string> Cells, string Country = "")
{
    /// <summary>Stands out.</summary>
    public bool IsHead { get; init; }
}
