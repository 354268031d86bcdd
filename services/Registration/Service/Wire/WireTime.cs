using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Registration.Core;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Times between the wire (seconds and nanoseconds) and the cores (microseconds). Parts below a microsecond are cut.</summary>
internal static class WireTime
{
    // What Timestamp and Duration may hold by their definition.
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;
    private const long LongestSeconds = 315_576_000_000;

    public static Instant? ToInstant(Timestamp? time, string field)
    {
        if (time is null)
        {
            return null;
        }

        Require(time.Seconds is >= FirstSecond and <= LastSecond && time.Nanos is >= 0 and <= 999_999_999, field, "is not a time between the years 1 and 9999.");
        return new((time.Seconds * Instant.MicrosPerSecond) + (time.Nanos / 1_000));
    }

    public static Elapsed? ToElapsed(Duration? duration, string field)
    {
        if (duration is null)
        {
            return null;
        }

        Require(duration.Seconds is >= -LongestSeconds and <= LongestSeconds && duration.Nanos is >= -999_999_999 and <= 999_999_999, field, "is not a duration.");
        return new((duration.Seconds * Instant.MicrosPerSecond) + (duration.Nanos / 1_000));
    }

    public static Timestamp? ToWire(Instant? time)
    {
        if (time is not { } known)
        {
            return null;
        }

        var (seconds, micros) = Math.DivRem(known.Micros, Instant.MicrosPerSecond);
        return micros < 0
            ? new() { Seconds = seconds - 1, Nanos = (int)(micros + Instant.MicrosPerSecond) * 1_000 }
            : new() { Seconds = seconds, Nanos = (int)micros * 1_000 };
    }

    public static Duration? ToWire(Elapsed? span) => span is { } known
        ? new() { Seconds = known.Micros / Instant.MicrosPerSecond, Nanos = (int)(known.Micros % Instant.MicrosPerSecond) * 1_000 }
        : null;

    private static void Require(bool valid, string field, string description)
    {
        if (!valid)
        {
            throw RefusalException.Invalid(Reasons.TimeInvalid, field, description);
        }
    }
}
