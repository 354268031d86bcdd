namespace RaceSystem.Results.Core.Explanations;

/// <summary>What became of a passing.</summary>
public enum PassingVerdict : byte
{
    /// <summary>It is the crossing of a visit of the course.</summary>
    Counts,

    /// <summary>The course of the race does not go to the timing point.</summary>
    NotOnCourse,

    /// <summary>Before the runner's gun: warming up, or on the way to the start.</summary>
    BeforeGun,

    /// <summary>A start that a later crossing of the start line replaces.</summary>
    SupersededStart,

    /// <summary>The crossing of the visit was another one; this is the same mat again.</summary>
    Repeated,

    /// <summary>After the finish: the runner left over the mat, or wore the chip home.</summary>
    AfterFinish,

    /// <summary>Nobody is that fast: too soon after the gun or another crossing, or too late before one.</summary>
    TooFast,

    /// <summary>Nobody who is still in the race is that slow.</summary>
    TooSlow,

    /// <summary>Another chip of the runner left the same crossing.</summary>
    MergedWithOtherChip,

    /// <summary>A manual time that overrides stands in its place.</summary>
    ReplacedByManualTime,

    /// <summary>A manual time that counts only without a chip's passing, and there is one.</summary>
    NotNeeded,

    /// <summary>Another manual time of the same crossing counts.</summary>
    SameAsOtherManualTime,

    /// <summary>A decision sets the crossing or takes it away.</summary>
    Overridden,

    /// <summary>By a decision the runner does not count with the chip.</summary>
    ChipTakenAway,

    /// <summary>The runner has more passings than are looked at: the earliest and the latest half.</summary>
    OverLimit,

    /// <summary>It does not go together with crossings that weigh more.</summary>
    Contradicts,

    /// <summary>The course of the race is unusable, so nothing counts.</summary>
    NoCourse,

    /// <summary>It could be a visit, but the runner's other passings and paces make another order of visits likelier (ADR 0019).</summary>
    Unlikely,
}
