using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordGunStart;

/// <summary>A stored gun start as a message.</summary>
internal static class GunStartMessage
{
    internal static GunStart Of(GunStartRow row) => new()
    {
        RaceId = row.RaceId,
        WaveId = row.WaveId,
        StartTime = Wire.TimestampOf(new Instant(row.StartMicros)),
        RecordedBy = row.RecordedBy,
        RecordTime = Wire.TimestampOf(new Instant(row.RecordMicros)),
        Note = row.Note,
    };
}
