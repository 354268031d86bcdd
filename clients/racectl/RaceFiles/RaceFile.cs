namespace RaceSystem.Racectl.RaceFiles;

/// <summary>A published race in the schema of the project's test data.</summary>
/// <param name="Splits">The split columns that hold a value somewhere, by distance.</param>
/// <param name="Rows">In the file's order.</param>
internal sealed record RaceFile(IReadOnlyList<SplitColumn> Splits, IReadOnlyList<RaceFileRow> Rows)
{
    /// <summary>Whether some runners share a place.</summary>
    public bool SharesPlaces { get; } = Rows.Where(row => row.PlaceOverall is not null).GroupBy(row => row.PlaceOverall).Any(group => group.Count() > 1);

    public bool HasPlaces { get; } = Rows.Any(row => row.PlaceOverall is not null);

    /// <summary>Whether the file tells for some runner when he crossed the start line.</summary>
    public bool HasStarts { get; } = Rows.Any(row => row.StartOffset is not null || row.Net is not null);
}
