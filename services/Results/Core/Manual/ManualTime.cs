namespace RaceSystem.Results.Core.Manual;

/// <summary>A crossing of a timing point that a person recorded.</summary>
/// <param name="Micros">When, microseconds since the Unix epoch.</param>
/// <param name="WindowMicros">A passing this near, or nearer, is the same crossing.</param>
/// <param name="Overrides">Whether it counts before a chip's passing; otherwise it counts only where there is none.</param>
public readonly record struct ManualTime(long Micros, long WindowMicros, bool Overrides) : IComparable<ManualTime>
{
    /// <inheritdoc/>
    public int CompareTo(ManualTime other) =>
        (Micros, WindowMicros, Overrides).CompareTo((other.Micros, other.WindowMicros, other.Overrides));

    /// <summary>Whether a passing at a time is the same crossing.</summary>
    public bool Covers(long micros) => Math.Abs(micros - Micros) <= WindowMicros;

    /// <summary>Whether left comes before right.</summary>
    public static bool operator <(ManualTime left, ManualTime right) => left.CompareTo(right) < 0;

    /// <summary>Whether left comes after right.</summary>
    public static bool operator >(ManualTime left, ManualTime right) => left.CompareTo(right) > 0;

    /// <summary>Whether left does not come after right.</summary>
    public static bool operator <=(ManualTime left, ManualTime right) => left.CompareTo(right) <= 0;

    /// <summary>Whether left does not come before right.</summary>
    public static bool operator >=(ManualTime left, ManualTime right) => left.CompareTo(right) >= 0;
}
