namespace RaceSystem.Timing.Core.Passings;

/// <summary>Whether a stretch of reads is a passing that counts.</summary>
public enum CrossingVerdict
{
    /// <summary>It does.</summary>
    Counts,

    /// <summary>Its time lies before the start and the minimum time since.</summary>
    BeforeMinimum,

    /// <summary>More than <see cref="PassingBuffer.HalfLimit"/> passings come before and after it.</summary>
    OverLimit,
}
