namespace RaceSystem.Results.Core.Passings;

/// <summary>How a timing point joins reads.</summary>
/// <param name="DeadTimeMicros">Silence that separates two passings.</param>
/// <param name="KeepsLast">The last read gives the time; otherwise the first does.</param>
internal readonly record struct PointTiming(long DeadTimeMicros, bool KeepsLast)
{
    /// <summary>What Timing uses where a point does not say: 5 s, first read.</summary>
    public static readonly PointTiming Default = new(5_000_000, false);
}
