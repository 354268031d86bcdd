namespace RaceSystem.Testing.Races;

/// <summary>One runner of a synthetic race. Times are hundredths of a second, hidden from the file.</summary>
public sealed record ScriptedRunner
{
    /// <summary>As the result must show it.</summary>
    public required string Bib { get; init; }

    /// <summary>FIN, DNF, DNS or REG.</summary>
    public required string Status { get; init; }

    /// <summary>M, F, X or empty.</summary>
    public required string Sex { get; init; }

    /// <summary>On race day; 0: unknown.</summary>
    public required int Age { get; init; }

    /// <summary>Empty: none.</summary>
    public required string Division { get; init; }

    /// <summary>Gun to the start line; null when the start was not read.</summary>
    public required long? StartOffset { get; init; }

    /// <summary>From the start line, one a split of the script; null where nothing was read.</summary>
    public required IReadOnlyList<long?> Splits { get; init; }

    /// <summary>Gun to the finish line; null without a finish.</summary>
    public required long? GunTime { get; init; }

    /// <summary>The time that ranks; null for runners that are not ranked.</summary>
    public required long? RankingTime { get; init; }

    /// <summary>Start line to the finish line.</summary>
    public long? NetTime => GunTime - StartOffset;
}
