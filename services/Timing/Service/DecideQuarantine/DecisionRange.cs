using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.DecideQuarantine;

/// <summary>
/// The device times that a decision is for. At least what is held. When a clock that is days behind is corrected, also all that it
/// goes on to tell until a day before the right time: no right read can lie there, so that the next reads need no further
/// decision. Any other wrong clock may be set right at any moment, and only a person can say until when it was wrong.
/// </summary>
internal static class DecisionRange
{
    private const long DayMicros = 86_400L * Instant.MicrosPerSecond;

    internal static DeviceTimeRange Of(QuarantineRow row, DecideQuarantineRequest request)
    {
        var to = row.ToMicros;
        if (request.ToDeviceTime is not null)
        {
            to = Math.Max(to, Wire.InstantOf(request.ToDeviceTime, "to_device_time").Micros);
        }
        else if (request.Decision == QuarantineDecision.Correct && Wire.ElapsedOf(request.Correction.Offset, "correction.offset").Micros is > 2 * DayMicros and var offset)
        {
            to = Math.Max(to, row.FromMicros + offset - DayMicros);
        }

        return new DeviceTimeRange(row.FromMicros, Math.Min(to, Limits.LatestHeldTime.Micros));
    }
}
