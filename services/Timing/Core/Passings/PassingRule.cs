using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>How the reads at a timing point become passings.</summary>
/// <param name="TimeRule">Which read gives the time.</param>
/// <param name="DeadTime">A read that follows the previous one after this or more starts a new passing.</param>
public readonly record struct PassingRule(TimeRule TimeRule, Elapsed DeadTime)
{
    /// <summary>Shortest dead time.</summary>
    public static readonly Elapsed MinDeadTime = new(100_000);

    /// <summary>Longest dead time.</summary>
    public static readonly Elapsed MaxDeadTime = Elapsed.FromSeconds(3_600);

    /// <summary>First read, 5 s of silence.</summary>
    public static readonly PassingRule Default = new(TimeRule.First, Elapsed.FromSeconds(5));
}
