using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Standings;

/// <summary>Runners in order, with their places.</summary>
public interface IRankedRunners
{
    /// <summary>Ranked runners, best first.</summary>
    ReadOnlySpan<int> Order { get; }

    /// <summary>Places of a runner; zeros: not ranked.</summary>
    Places PlacesOf(int runner);
}
