using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.V1;
using CoreRole = RaceSystem.Timing.Core.Clocks.DeviceRole;

namespace RaceSystem.Timing.Service.WatchDevices;

/// <summary>What is known of every device, by point and id.</summary>
internal static class DeviceStates
{
    internal static WatchDevicesResponse Of(MeetState state, MeetActivity activity, Instant now)
    {
        var quarantines = state.Clocks.Quarantines.Values.Where(row => row.State == "Open").ToLookup(row => row.DeviceId, StringComparer.Ordinal);
        var response = new WatchDevicesResponse();
        foreach (var device in state.Devices.Values.OrderBy(device => device.PointId, StringComparer.Ordinal).ThenBy(device => device.DeviceId, StringComparer.Ordinal))
        {
            var message = Of(state, activity.DeviceNow(device.DeviceId), device, now);
            message.OpenQuarantineCount = quarantines[device.DeviceId].Count();
            response.Devices.Add(message);
        }

        return response;
    }

    private static DeviceState Of(MeetState state, DeviceNow at, DeviceSettings device, Instant now)
    {
        state.Reads.TryFindDevice(device.DeviceId, out var number);
        var counts = state.Reads.CountsOfDevice(number);
        var message = new DeviceState
        {
            DeviceId = device.DeviceId,
            TimingPointId = device.PointId,
            DisplayName = device.DisplayName,
            Role = device.Role == CoreRole.Backup ? DeviceRole.Backup : DeviceRole.Main,
            Connected = at.Connected,
            ReadsPerSecond = at.ReadsPerSecond,
            ReadCount = counts.ReadCount,
            LastDeviceTime = Wire.TimestampOrNull(counts.LastDeviceMicros),
            LastReadTime = Wire.TimestampOrNull(counts.LastReadMicros),
            AppliedOffset = Wire.DurationOf(new Elapsed(ClockComparison.AppliedAt(state.Reads.ClockOf(number), now))),
        };
        if (at.Report is { } report)
        {
            Tell(message, report, at);
        }

        return message;
    }

    private static void Tell(DeviceState message, DeviceReport report, DeviceNow at)
    {
        message.DecoderConnected = at.Connected && report.DecoderConnected;
        message.ReportTime = Wire.TimestampOf(at.ReportedAt);
        message.UnsentReads = report.UnsentReads;
        message.OldestUnsentTime = report.OldestUnsentTime;
        message.RejectedFrames = report.RejectedFrames;
        message.ClockVerdict = report.ClockVerdict;
        message.Problem = report.Problem;
        if (report.HasBatteryPercent)
        {
            message.BatteryPercent = report.BatteryPercent;
        }

        if (report.HasTemperatureC)
        {
            message.TemperatureC = report.TemperatureC;
        }

        if (ClockComparison.BestOf(report) is { } best)
        {
            message.ClockOffset = Wire.DurationOf(best.Offset);
        }
    }
}
