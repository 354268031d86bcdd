using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.RaceFiles;

/// <summary>One runner of a race file; times in whole seconds as published, null where blank.</summary>
internal sealed record RaceFileRow
{
    /// <summary>1 for the first data row.</summary>
    public required int Number { get; init; }

    public required int Line { get; init; }

    /// <summary>As printed, or the number of the data row where the file has none.</summary>
    public required string Bib { get; init; }

    public required RaceFileStatus Status { get; init; }

    public required Sex Sex { get; init; }

    /// <summary>0: unknown.</summary>
    public int Age { get; init; }

    public string Country { get; init; } = "";

    public string Division { get; init; } = "";

    public long? StartOffset { get; init; }

    public long? Official { get; init; }

    public long? Gun { get; init; }

    public long? Net { get; init; }

    public int? PlaceOverall { get; init; }

    public int? PlaceBySex { get; init; }

    public int? PlaceByDivision { get; init; }

    /// <summary>By the file's split columns.</summary>
    public required long?[] Splits { get; init; }

    /// <summary>Place at each split column's mat.</summary>
    public required int?[] SplitPlaces { get; init; }
}
