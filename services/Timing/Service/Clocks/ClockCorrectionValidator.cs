using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Clocks;

/// <summary>Turns a correction on the wire into a row, or refuses it and names the field.</summary>
internal static class ClockCorrectionValidator
{
    private const double PpbPerPpm = 1_000;

    /// <summary>The row, for the device and with the words of the message.</summary>
    internal static ClockCorrectionRow Validate(string meetId, string correctionId, ClockCorrection message, string field, Instant now)
    {
        Identifier.Require(message.DeviceId, $"{field}.device_id");
        Texts.RequireWho(message.RecordedBy, $"{field}.recorded_by");
        Texts.RequireNote(message.Note, $"{field}.note");
        var offset = OffsetOf(message, field);
        var from = message.FromDeviceTime is null ? long.MinValue : Wire.InstantOf(message.FromDeviceTime, $"{field}.from_device_time").Micros;
        var to = message.ToDeviceTime is null ? long.MaxValue : Wire.InstantOf(message.ToDeviceTime, $"{field}.to_device_time").Micros;
        if (from >= to)
        {
            throw RefusalException.Invalid("CORRECTION_RANGE_INVALID", $"{field}.to_device_time", "must be later than from_device_time.");
        }

        var drift = DriftPpbOf(message, field);
        if (drift != 0 && message.ReferenceDeviceTime is null)
        {
            throw RefusalException.Invalid("REFERENCE_TIME_MISSING", $"{field}.reference_device_time", "is missing: with a drift, say at which device time the offset holds.");
        }

        return new ClockCorrectionRow
        {
            MeetId = meetId,
            CorrectionId = correctionId,
            DeviceId = message.DeviceId,
            FromMicros = from,
            ToMicros = to,
            OffsetMicros = offset.Micros,
            ReferenceMicros = drift == 0 ? 0 : Wire.InstantOf(message.ReferenceDeviceTime!, $"{field}.reference_device_time").Micros,
            DriftPpb = drift,
            RecordedBy = message.RecordedBy,
            RecordMicros = now.Micros,
            Note = message.Note,
            RevokedBy = "",
            RevokedMicros = 0,
            RevokeNote = "",
        };
    }

    private static Elapsed OffsetOf(ClockCorrection message, string field)
    {
        var offset = message.Offset is null
            ? throw RefusalException.Invalid("OFFSET_MISSING", $"{field}.offset", "is missing: say what must be added to the device time.")
            : Wire.ElapsedOf(message.Offset, $"{field}.offset");
        return offset <= Elapsed.From(Limits.ClockOffset) && offset >= Elapsed.From(-Limits.ClockOffset)
            ? offset
            : throw RefusalException.Invalid("CLOCK_OFFSET_OUT_OF_RANGE", $"{field}.offset", $"is {offset} s: at most 60 years in either direction.");
    }

    private static long DriftPpbOf(ClockCorrection message, string field)
    {
        var ppb = message.DriftPpm * PpbPerPpm;
        return Math.Abs(ppb) <= Limits.DriftPpm * PpbPerPpm
            ? (long)Math.Round(ppb)
            : throw RefusalException.Invalid("DRIFT_OUT_OF_RANGE", $"{field}.drift_ppm", $"must lie between -{Limits.DriftPpm} and {Limits.DriftPpm}: a clock that is further off is not corrected by a line.");
    }
}
