using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Service.Control;

/// <summary>Words what Timing tells of devices, alarms and quarantines.</summary>
public sealed class ControlLines(MeetClock clock, IReadOnlyDictionary<string, string> pointNames)
{
    private const string Unknown = "–";

    /// <summary>A corrected clock may be off by this; a hundredth is what decoders resolve.</summary>
    private const double ClockTolerance = 0.1;

    /// <summary>More waiting reads than this are worth a look: a second at the busiest mat.</summary>
    private const int ManyUnsent = 500;

    /// <summary>Everything of one message.</summary>
    public ControlMessage Of(WatchDevicesResponse state, IEnumerable<Quarantine> quarantines)
    {
        ArgumentNullException.ThrowIfNull(state);
        var names = state.Devices.ToDictionary(device => device.DeviceId, NameOf, StringComparer.Ordinal);
        var alarms = state.Alarms.OrderBy(alarm => alarm.AcknowledgedBy.Length > 0).Select(alarm => Of(alarm, names)).ToList();
        var unseen = alarms.Count(alarm => alarm.Seen.Length == 0);
        var summary = alarms.Count == 0 ? "No alarm"
            : FormattableString.Invariant($"{alarms.Count} {(alarms.Count == 1 ? "alarm" : "alarms")}, {(unseen == 0 ? "all seen" : $"{unseen} not seen yet")}");
        return new ControlMessage(summary, unseen, alarms, [.. state.Devices.Select(Of)], [.. quarantines.Select(quarantine => Of(quarantine, names))], clock.ZoneName);
    }

    private AlarmLine Of(Alarm alarm, Dictionary<string, string> names) => new(
        alarm.AlarmId,
        TitleOf(alarm.Kind),
        alarm.DeviceId.Length > 0 ? $"{PointOf(alarm.TimingPointId)} · {names.GetValueOrDefault(alarm.DeviceId, alarm.DeviceId)}" : PointOf(alarm.TimingPointId),
        alarm.Description,
        clock.Time(alarm.RaiseTime),
        alarm.AcknowledgedBy.Length > 0 ? $"Seen by {alarm.AcknowledgedBy} at {clock.Time(alarm.AcknowledgeTime)}" : "");

    private DeviceLine Of(DeviceState device)
    {
        var off = OffsetOf(device);
        var fault = device.ClockVerdict?.Fault ?? ClockFault.Unspecified;
        var isReported = device.ReportTime is not null;
        return new DeviceLine(
            device.DeviceId,
            NameOf(device),
            $"{PointOf(device.TimingPointId)} · {(device.Role == DeviceRole.Backup ? "backup" : "main")}",
            !device.Connected ? "not connected" : isReported && !device.DecoderConnected ? "no decoder" : "connected",
            !device.Connected || (isReported && !device.DecoderConnected),
            TimingPoints.TimingPointsSource.Rate(device.ReadsPerSecond),
            Labels.Count(device.ReadCount),
            clock.Time(device.LastReadTime),
            fault != ClockFault.Unspecified ? FaultOf(fault) : off is { } seconds ? SignedSeconds(seconds) : Unknown,
            fault != ClockFault.Unspecified || Math.Abs(off ?? 0) > ClockTolerance,
            device.HasBatteryPercent ? FormattableString.Invariant($"{device.BatteryPercent:0} %") : Unknown,
            device is { HasBatteryPercent: true, BatteryPercent: <= 20 },
            device.HasTemperatureC ? FormattableString.Invariant($"{device.TemperatureC:0} °C") : Unknown,
            !isReported ? Unknown : device.OldestUnsentTime is { } oldest && device.UnsentReads > 0 ? $"{Labels.Count(device.UnsentReads)} since {clock.Time(oldest)}" : Labels.Count(device.UnsentReads),
            device.UnsentReads > ManyUnsent,
            isReported ? Labels.Count(device.RejectedFrames) : Unknown,
            device.RejectedFrames > 0,
            device.Problem);
    }

    private QuarantineLine Of(Quarantine quarantine, Dictionary<string, string> names) => new(
        quarantine.QuarantineId,
        $"{names.GetValueOrDefault(quarantine.DeviceId, quarantine.DeviceId)}: {FaultOf(quarantine.Fault)}",
        $"{DateAndTime(quarantine.FirstReadTime ?? quarantine.FromDeviceTime)} to {DateAndTime(quarantine.LastReadTime ?? quarantine.ToDeviceTime)}",
        $"{Labels.Count(quarantine.ReadCount)} reads of {Labels.Count(quarantine.ChipCount)} chips",
        quarantine.Evidence,
        quarantine.SuspectedOffset is { } offset ? $"{SignedSeconds(offset.ToTimeSpan().TotalSeconds)} would make them right" : "");

    /// <summary>What would still have to be added to the device's corrected times; null when nobody knows.</summary>
    private static double? OffsetOf(DeviceState device) => device.ClockOffset is null
        ? null
        : device.ClockOffset.ToTimeSpan().TotalSeconds - (device.AppliedOffset?.ToTimeSpan().TotalSeconds ?? 0);

    private static string SignedSeconds(double seconds) => Math.Abs(seconds) switch
    {
        < 0.0005 => "0.000 s",
        < 60 => seconds.ToString("+0.000 's';−0.000 's'", CultureInfo.InvariantCulture),
        _ => (seconds < 0 ? "−" : "+") + TimeSpan.FromSeconds(Math.Round(Math.Abs(seconds))).ToString("g", CultureInfo.InvariantCulture),
    };

    private string DateAndTime(Timestamp? moment) =>
        moment is null ? Unknown : $"{moment.ToDateTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {clock.Time(moment)}";

    private string PointOf(string pointId) => pointNames.GetValueOrDefault(pointId, pointId);

    private static string NameOf(DeviceState device) => device.DisplayName.Length > 0 ? device.DisplayName : device.DeviceId;

    private static string FaultOf(ClockFault fault) => fault switch
    {
        ClockFault.Zone => "wrong time zone",
        ClockFault.Date => "wrong date",
        ClockFault.Unset => "clock never set",
        ClockFault.Offset => "clock off",
        _ => "clock in doubt",
    };

    private static string TitleOf(AlarmKind kind) => kind switch
    {
        AlarmKind.SilentDevice => "Silent device",
        AlarmKind.SilentPoint => "Silent point",
        AlarmKind.ConnectionLost => "Connection lost",
        AlarmKind.ClockJump => "Clock jump",
        AlarmKind.RateCollapse => "Reads collapsed",
        AlarmKind.UnknownChips => "Unknown chips",
        AlarmKind.Quarantine => "Reads held",
        AlarmKind.DeadLetters => "Unreadable frames",
        AlarmKind.DeviceProblem => "Device problem",
        AlarmKind.BatteryLow => "Battery low",
        _ => "Alarm",
    };
}
