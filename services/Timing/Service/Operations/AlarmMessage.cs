using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;
using CoreKind = RaceSystem.Timing.Core.Alarms.AlarmKind;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>A stored alarm as a message.</summary>
internal static class AlarmMessage
{
    internal static Alarm Of(AlarmRow row) => new()
    {
        AlarmId = row.AlarmId,
        Kind = KindOf(row.Kind),
        DeviceId = row.DeviceId,
        TimingPointId = row.TimingPointId,
        Description = row.Description,
        RaiseTime = Wire.TimestampOf(new Instant(row.RaisedMicros)),
        ClearTime = Wire.TimestampOrNull(row.ClearedMicros),
        AcknowledgedBy = row.AcknowledgedBy,
        AcknowledgeTime = Wire.TimestampOrNull(row.AcknowledgedMicros),
    };

    /// <summary>Rows hold the core's name, which is the wire's too.</summary>
    internal static AlarmKind KindOf(string kind) =>
        Enum.TryParse<CoreKind>(kind, out _) && Enum.TryParse<AlarmKind>(kind, out var known) ? known : AlarmKind.Unspecified;
}
