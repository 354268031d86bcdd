using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>A stored quarantine as a message.</summary>
internal static class QuarantineMessage
{
    internal static Quarantine Of(QuarantineRow row, QuarantineCount count, ClockCorrectionRow? correction) => new()
    {
        QuarantineId = row.QuarantineId,
        DeviceId = row.DeviceId,
        FromDeviceTime = Wire.TimestampOf(new Instant(row.FromMicros)),
        ToDeviceTime = Wire.TimestampOf(new Instant(row.ToMicros)),
        Fault = System.Enum.Parse<ClockFault>(row.Fault),
        Evidence = row.Evidence,
        SuspectedOffset = row.SuspectedOffsetMicros == 0 ? null : Wire.DurationOf(new Elapsed(row.SuspectedOffsetMicros)),
        OpenTime = Wire.TimestampOf(new Instant(row.OpenedMicros)),
        State = QuarantineStates.MessageOf(row.State),
        DecidedBy = row.DecidedBy,
        DecideTime = Wire.TimestampOrNull(row.DecidedMicros),
        Note = row.Note,
        Correction = correction is null ? null : ClockCorrectionMessage.Of(correction),
        ReadCount = count.ReadCount,
        ChipCount = count.ChipCount,
        FirstReadTime = count.ReadCount == 0 ? null : Wire.TimestampOf(new Instant(count.FirstMicros)),
        LastReadTime = count.ReadCount == 0 ? null : Wire.TimestampOf(new Instant(count.LastMicros)),
    };
}
