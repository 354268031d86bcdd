using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordManualPassing;

/// <summary>A stored manual passing as a message.</summary>
internal static class ManualPassingMessage
{
    internal static ManualPassing Of(ManualPassingRow row) => new()
    {
        ManualPassingId = row.ManualPassingId,
        TimingPointId = row.TimingPointId,
        Bib = row.Bib,
        PassingTime = Wire.TimestampOf(new Instant(row.TimeMicros)),
        Priority = row.OverridesChip ? ManualPriority.Override : ManualPriority.Fallback,
        Window = Wire.DurationOf(new Elapsed(row.WindowMicros)),
        RecordedBy = row.RecordedBy,
        RecordTime = Wire.TimestampOf(new Instant(row.RecordMicros)),
        Note = row.Note,
        RevokedBy = row.RevokedBy,
        RevokeTime = Wire.TimestampOrNull(row.RevokedMicros),
        RevokeNote = row.RevokeNote,
    };
}
