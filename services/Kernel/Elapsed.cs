using System.Globalization;

namespace RaceSystem.Kernel;

/// <summary>
/// A span of time in whole microseconds, exact. Immutable and safe to share between threads.
/// </summary>
/// <param name="Micros">Microseconds; may be negative.</param>
public readonly record struct Elapsed(long Micros) : IComparable<Elapsed>
{
    /// <summary>No time.</summary>
    public static readonly Elapsed Zero;

    /// <summary>A span of whole seconds.</summary>
    public static Elapsed FromSeconds(long seconds) => new(seconds * Instant.MicrosPerSecond);

    /// <summary>The span of a .NET duration; parts below a microsecond are cut.</summary>
    public static Elapsed From(TimeSpan span) => new(span.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The same span as a .NET duration.</summary>
    public TimeSpan ToTimeSpan() => new(Micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>
    /// Whole seconds, rounded up to the next longer second: 2:09:44.3 is recorded as 2:09:45 (World Athletics TR 19,
    /// transponder timing). Exact seconds stay.
    /// </summary>
    public long CeilingSeconds() => CeilingUnits(Instant.MicrosPerSecond);

    /// <summary>Whole units, rounded up to the next longer one: the only rounding of times. Exact multiples stay.</summary>
    /// <param name="unitMicros">Microseconds of a unit; more than 0.</param>
    public long CeilingUnits(long unitMicros)
    {
        var units = Micros / unitMicros;
        return Micros > units * unitMicros ? units + 1 : units;
    }

    /// <inheritdoc/>
    public int CompareTo(Elapsed other) => Micros.CompareTo(other.Micros);

    /// <summary>Sum of two spans.</summary>
    public static Elapsed operator +(Elapsed left, Elapsed right) => new(left.Micros + right.Micros);

    /// <summary>Difference of two spans.</summary>
    public static Elapsed operator -(Elapsed left, Elapsed right) => new(left.Micros - right.Micros);

    /// <summary>Whether left is shorter.</summary>
    public static bool operator <(Elapsed left, Elapsed right) => left.Micros < right.Micros;

    /// <summary>Whether left is longer.</summary>
    public static bool operator >(Elapsed left, Elapsed right) => left.Micros > right.Micros;

    /// <summary>Whether left is not longer.</summary>
    public static bool operator <=(Elapsed left, Elapsed right) => left.Micros <= right.Micros;

    /// <summary>Whether left is not shorter.</summary>
    public static bool operator >=(Elapsed left, Elapsed right) => left.Micros >= right.Micros;

    /// <summary>Seconds with microseconds, for example <c>7403.250000</c>.</summary>
    public override string ToString() => (Micros / 1_000_000m).ToString("0.000000", CultureInfo.InvariantCulture);
}
