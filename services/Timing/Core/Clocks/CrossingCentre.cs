namespace RaceSystem.Timing.Core.Clocks;

/// <summary>
/// Which moment of a crossing is compared between two devices. Never the first read: a stronger antenna has it earlier.
/// </summary>
public enum CrossingCentre
{
    /// <summary>Mean of the reads: best when they scatter about the crossing.</summary>
    Mean,

    /// <summary>Half-way between the first and the last: best when reads fill the time in the field evenly.</summary>
    Middle,

    /// <summary>The strongest read: best when the signal has a clear peak.</summary>
    Strongest,
}
