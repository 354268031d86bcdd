using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>How the reads at a timing point become passings.</summary>
/// <param name="TimeRule">Which read gives the time.</param>
/// <param name="DeadTime">A read that follows the previous one after this or more starts a new passing.</param>
/// <param name="AntennaShift">Added to the time that the reads give: from where the chip is read to the line.</param>
/// <param name="NotBeforeMicros">Passings with an earlier time do not count; the smallest long: all count.</param>
public readonly record struct PassingRule(
    TimeRule TimeRule,
    Elapsed DeadTime,
    Elapsed AntennaShift = default,
    long NotBeforeMicros = long.MinValue)
{
    /// <summary>Shortest dead time.</summary>
    public static readonly Elapsed MinDeadTime = new(100_000);

    /// <summary>Longest dead time.</summary>
    public static readonly Elapsed MaxDeadTime = Elapsed.FromSeconds(3_600);

    /// <summary>First read, 5 s of silence.</summary>
    public static readonly PassingRule Default = new(TimeRule.First, Elapsed.FromSeconds(5));

    /// <summary>Whether a passing with this time counts.</summary>
    public bool Counts(long timeMicros) => timeMicros >= NotBeforeMicros;
}
