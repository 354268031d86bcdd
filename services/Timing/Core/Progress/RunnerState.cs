namespace RaceSystem.Timing.Core.Progress;

/// <summary>Where a runner was seen.</summary>
internal struct RunnerState
{
    /// <summary>Bit k: seen at visit k of the course.</summary>
    internal UInt128 Seen;

    /// <summary>The last visit seen; -1 before the first.</summary>
    internal int LastVisit;

    internal long LastMicros;

    /// <summary>How long the runner takes to the next visit at the pace so far; 0 at the end of the course.</summary>
    internal long LegMicros;

    /// <summary>Whether that pace was measured: two visits are known.</summary>
    internal bool HasPace;
}
