using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>A result book: what is printed, without how. Immutable.</summary>
internal sealed record Book(MeetFacts Meet, IReadOnlyList<BookRace> Races, Words Words);

/// <summary>A race of a book.</summary>
internal sealed record BookRace(ResultSheet Sheet, FieldCounts Counts, IReadOnlyList<RecordOutcome> Records, IReadOnlyList<BookSection> Sections, IReadOnlyList<OutList> OutLists, IReadOnlyList<BookList> Lists, PublishedVersion? Version)
{
    /// <summary>What the title says of the results' standing.</summary>
    public string StateOf(Words words) => Version is { } version ? words.StateOf(version) : words.UnofficialResults;
}

/// <summary>Runners who are ranked together.</summary>
internal sealed record BookSection(string Title, IReadOnlyList<RankedRow> Rows);

/// <summary>A runner with the place among those of the section.</summary>
internal readonly record struct RankedRow(int Place, ResultRow Row);

/// <summary>Runners without a place, for one reason.</summary>
internal sealed record OutList(string Title, IReadOnlyList<ResultRow> Rows);
