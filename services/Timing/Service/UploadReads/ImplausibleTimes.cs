using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.UploadReads;

/// <summary>
/// The times of a batch that no clock set for the race can tell: before 1990, or more than a day ahead. Their ranges are rounded
/// outwards to whole hours, where no right time lies, so that a record is widened once an hour and not with every batch.
/// </summary>
internal static class ImplausibleTimes
{
    private const long HourMicros = 3_600L * Instant.MicrosPerSecond;

    /// <summary>At most one range before and one ahead.</summary>
    /// <exception cref="RefusalException">A time cannot be told on the wire.</exception>
    internal static IReadOnlyList<SeenFault> Of(ReadBatch batch, Instant now)
    {
        var latest = now.Micros + Elapsed.From(Limits.TimeAhead).Micros;
        var (unset, ahead) = (Range.None, Range.None);
        for (var i = 0; i < batch.TimeUs.Count; i++)
        {
            var time = batch.TimeUs[i];
            if (time < Limits.EarliestHeldTime.Micros || time > Limits.LatestHeldTime.Micros)
            {
                throw RefusalException.Invalid("READ_TIME_OUT_OF_RANGE", $"batch.time_us[{i}]", "is not in the years 1 to 9999: nothing can be made of it.");
            }

            if (time < Limits.EarliestTime.Micros)
            {
                unset = unset.With(time);
            }
            else if (time > latest)
            {
                ahead = ahead.With(time);
            }
        }

        var seen = new List<SeenFault>();
        if (unset.Any)
        {
            seen.Add(new SeenFault(
                ClockFault.Unset,
                Math.Max(Limits.EarliestHeldTime.Micros, Floor(unset.First)),
                Math.Min(Limits.EarliestTime.Micros - 1, Floor(unset.Last) + HourMicros - 1),
                now.Micros - unset.Last,
                $"Reads from {new Instant(unset.First)} to {new Instant(unset.Last)} came at {now}: the decoder's clock was never set."));
        }

        if (ahead.Any)
        {
            seen.Add(new SeenFault(
                ClockFault.Date,
                Math.Max(latest + 1, Floor(ahead.First)),
                Math.Min(Limits.LatestHeldTime.Micros, Floor(ahead.Last) + HourMicros - 1),
                now.Micros - ahead.Last,
                $"Reads from {new Instant(ahead.First)} to {new Instant(ahead.Last)} came at {now}: more than a day ahead."));
        }

        return seen;
    }

    private static long Floor(long micros) => micros - (((micros % HourMicros) + HourMicros) % HourMicros);

    private readonly record struct Range(long First, long Last)
    {
        internal static readonly Range None = new(long.MaxValue, long.MinValue);

        internal bool Any => First <= Last;

        internal Range With(long time) => new(Math.Min(First, time), Math.Max(Last, time));
    }
}
