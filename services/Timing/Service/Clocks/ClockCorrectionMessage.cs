using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Clocks;

/// <summary>A stored correction as a message.</summary>
internal static class ClockCorrectionMessage
{
    private const double PpbPerPpm = 1_000;

    internal static ClockCorrection Of(ClockCorrectionRow row) => new()
    {
        CorrectionId = row.CorrectionId,
        DeviceId = row.DeviceId,
        FromDeviceTime = row.FromMicros == long.MinValue ? null : Wire.TimestampOf(new Instant(row.FromMicros)),
        ToDeviceTime = row.ToMicros == long.MaxValue ? null : Wire.TimestampOf(new Instant(row.ToMicros)),
        Offset = Wire.DurationOf(new Elapsed(row.OffsetMicros)),
        ReferenceDeviceTime = row.DriftPpb == 0 ? null : Wire.TimestampOf(new Instant(row.ReferenceMicros)),
        DriftPpm = row.DriftPpb / PpbPerPpm,
        RecordedBy = row.RecordedBy,
        RecordTime = Wire.TimestampOf(new Instant(row.RecordMicros)),
        Note = row.Note,
        RevokedBy = row.RevokedBy,
        RevokeTime = Wire.TimestampOrNull(row.RevokedMicros),
        RevokeNote = row.RevokeNote,
    };
}
