using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service;

/// <summary>Between the wire's clock types and ours.</summary>
internal static class Wire
{
    internal static Duration DurationOf(Elapsed elapsed) => Duration.FromTimeSpan(elapsed.ToTimeSpan());

    internal static Timestamp TimestampOf(Instant instant) => Timestamp.FromDateTimeOffset(instant.ToDateTimeOffset());

    /// <summary>Null for the 0 that stands for "never".</summary>
    internal static Timestamp? TimestampOrNull(long micros) => micros == 0 ? null : TimestampOf(new Instant(micros));

    /// <summary>A time that corrections may have moved out of the years that a Timestamp can say: the nearest one.</summary>
    internal static Timestamp NearestTimestamp(long micros) =>
        TimestampOf(new Instant(Math.Clamp(micros, Instant.From(DateTimeOffset.MinValue).Micros, Instant.From(DateTimeOffset.MaxValue).Micros)));

    /// <summary>The instant, or a refusal when the message is outside of the range that Timestamp defines.</summary>
    internal static Instant InstantOf(Timestamp timestamp, string field)
    {
        try
        {
            return Instant.From(timestamp.ToDateTimeOffset());
        }
        catch (InvalidOperationException)
        {
            throw RefusalException.Invalid("TIME_INVALID", field, "is not a valid timestamp: seconds or nanos are out of range.");
        }
    }

    /// <summary>The duration, or a refusal when the message is outside of the range that Duration defines.</summary>
    internal static Elapsed ElapsedOf(Duration duration, string field)
    {
        try
        {
            return Elapsed.From(duration.ToTimeSpan());
        }
        catch (InvalidOperationException)
        {
            throw RefusalException.Invalid("DURATION_INVALID", field, "is not a valid duration: seconds and nanos are out of range or of different sign.");
        }
    }
}
