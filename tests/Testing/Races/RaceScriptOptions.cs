namespace RaceSystem.Testing.Races;

/// <summary>What kind of synthetic race to make. Shares are from 0 to 1.</summary>
public sealed record RaceScriptOptions
{
    /// <summary>Rows of the file, those that did not start included.</summary>
    public int Runners { get; init; } = 400;

    /// <summary>Which time ranks.</summary>
    public RaceBasis Basis { get; init; } = RaceBasis.Net;

    /// <summary>Whether equal hidden times occur and share a place (1-2-2-4); otherwise every hidden time is unique.</summary>
    public bool SharedPlaces { get; init; }

    /// <summary>Finishers a second in the thick of the race: far above 1, so that most share a whole second with somebody.</summary>
    public double FinishersPerSecond { get; init; } = 4;

    /// <summary>Runners whose row has no bib: their bib is the number of the data row.</summary>
    public bool BlankBibs { get; init; }

    /// <summary>Share of each of the statuses DNS, DNF and REG.</summary>
    public double OutShare { get; init; } = 0.03;

    /// <summary>Share of runners without a sex, and of runners without a division.</summary>
    public double UnknownShare { get; init; } = 0.03;

    /// <summary>Share of splits that were not read.</summary>
    public double MissingSplitShare { get; init; } = 0.02;
}
