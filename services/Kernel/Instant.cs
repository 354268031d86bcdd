using System.Globalization;

namespace RaceSystem.Kernel;

/// <summary>
/// A moment in UTC, in whole microseconds since 1970-01-01T00:00:00Z. The only clock type of the cores: rounding and
/// time zones belong to presentation. Immutable and safe to share between threads.
/// </summary>
/// <param name="Micros">Microseconds since the Unix epoch; negative before 1970.</param>
public readonly record struct Instant(long Micros) : IComparable<Instant>
{
    /// <summary>Microseconds in one second.</summary>
    public const long MicrosPerSecond = 1_000_000;

    /// <summary>The microsecond that a .NET timestamp lies in: parts below are cut, before 1970 as after.</summary>
    public static Instant From(DateTimeOffset time) =>
        new((time.UtcTicks / TimeSpan.TicksPerMicrosecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>The same moment as a .NET timestamp with offset zero.</summary>
    public DateTimeOffset ToDateTimeOffset() => new(DateTime.UnixEpoch.Ticks + (Micros * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Micros.CompareTo(other.Micros);

    /// <summary>The time from <paramref name="right"/> to <paramref name="left"/>; negative when left is earlier.</summary>
    public static Elapsed operator -(Instant left, Instant right) => new(left.Micros - right.Micros);

    /// <summary>The moment a duration later.</summary>
    public static Instant operator +(Instant left, Elapsed right) => new(left.Micros + right.Micros);

    /// <summary>Whether left is earlier.</summary>
    public static bool operator <(Instant left, Instant right) => left.Micros < right.Micros;

    /// <summary>Whether left is later.</summary>
    public static bool operator >(Instant left, Instant right) => left.Micros > right.Micros;

    /// <summary>Whether left is not later.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Micros <= right.Micros;

    /// <summary>Whether left is not earlier.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Micros >= right.Micros;

    /// <summary>ISO 8601 in UTC with microseconds.</summary>
    public override string ToString() => ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
