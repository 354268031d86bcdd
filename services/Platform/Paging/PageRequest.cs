namespace RaceSystem.Platform.Paging;

/// <summary>The part of a list that a request asks for: so many rows, after a position.</summary>
public sealed class PageRequest
{
    private readonly string _scope;

    private PageRequest(string scope, int size, string? after) => (_scope, Size, After) = (scope, size, after);

    /// <summary>Rows of the page.</summary>
    public int Size { get; }

    /// <summary>Position of the last row of the page before; null: the first page is asked for.</summary>
    public string? After { get; }

    /// <summary>Reads page_size and page_token.</summary>
    /// <param name="scope">The list and its filters, see <see cref="PageToken.Encode"/>.</param>
    /// <param name="pageSize">As it came.</param>
    /// <param name="pageToken">As it came.</param>
    /// <param name="defaultSize">Size where none is asked for.</param>
    /// <param name="maxSize">Largest size.</param>
    /// <exception cref="Kernel.RefusalException">The size or the token is refused; reason <c>PAGE_SIZE_INVALID</c> or <c>PAGE_TOKEN_INVALID</c>.</exception>
    public static PageRequest Of(string scope, int pageSize, string pageToken, int defaultSize, int maxSize) =>
        new(scope, PageSize.Require(pageSize, defaultSize, maxSize), PageToken.Decode(scope, pageToken));

    /// <summary>The page of a list that is ordered by its positions, compared character by character.</summary>
    public Page<T> TakeByPosition<T>(IEnumerable<T> rows, Func<T, string> positionOf) => Take(
        rows.Select(row => (Row: row, Position: positionOf(row)))
            .Where(row => After is null || string.CompareOrdinal(row.Position, After) > 0)
            .OrderBy(row => row.Position, StringComparer.Ordinal)
            .Select(row => row.Row),
        positionOf);

    /// <summary>The page of a list that has an order of its own.</summary>
    /// <param name="rest">What comes after <see cref="After"/>, in order.</param>
    /// <param name="positionOf">Names a row's position for the token.</param>
    public Page<T> Take<T>(IEnumerable<T> rest, Func<T, string> positionOf)
    {
        ArgumentNullException.ThrowIfNull(positionOf);
        var rows = rest.Take(Size + 1).ToList();
        return rows.Count <= Size ? new(rows, "") : new(rows[..Size], PageToken.Encode(_scope, positionOf(rows[Size - 1])));
    }
}
