namespace RaceSystem.Results.Core.Nations;

/// <summary>The runners of a country in a race. Immutable.</summary>
/// <param name="Country">As entered; empty: not told, or not shown.</param>
/// <param name="Entered">Who is entered.</param>
/// <param name="Started">Who started: see <see cref="Scoring.ResultStatuses.HasStarted"/>.</param>
/// <param name="Finished">Who has a place at the finish.</param>
public sealed record NationStanding(string Country, int Entered, int Started, int Finished)
{
    /// <summary>First places by sex.</summary>
    public int Firsts { get; init; }

    /// <summary>Second places by sex.</summary>
    public int Seconds { get; init; }

    /// <summary>Third places by sex.</summary>
    public int Thirds { get; init; }

    /// <summary>Best man with a place; -1: none.</summary>
    public int BestMan { get; init; } = -1;

    /// <summary>Best woman with a place; -1: none.</summary>
    public int BestWoman { get; init; } = -1;
}
