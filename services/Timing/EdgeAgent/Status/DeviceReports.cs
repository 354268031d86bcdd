using Google.Protobuf.WellKnownTypes;
using RaceSystem.Timing.EdgeAgent.Decoders;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Upload;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.V1;
using DecoderState = RaceSystem.Timing.Protocols.Hosting.DecoderState;

namespace RaceSystem.Timing.EdgeAgent.Status;

/// <summary>What Timing is told of each device.</summary>
internal sealed class DeviceReports(DecoderHost decoders, ReadSpool spool, ReadJournal journal, DeviceClocks clocks)
{
    // The years 1 to 9999.
    private const long EarliestMicros = -62_135_596_800_000_000;
    private const long LatestMicros = 253_402_300_799_999_999;

    internal DeviceReport Of(DeviceUploader uploader)
    {
        var device = uploader.DeviceId;
        var states = DecodersOf(device);
        var report = new DeviceReport
        {
            DecoderConnected = states.Exists(state => state.Connections > 0),
            UnsentReads = spool.With(device, lanes => lanes.UnsentReads),
            RejectedFrames = states.Sum(state => state.Rejected),
            Problem = Cut(ProblemOf(uploader, states) ?? ""),
        };
        if (uploader.OldestUnsent() is { } oldest)
        {
            report.OldestUnsentTime = Timestamp.FromDateTimeOffset(oldest.ToDateTimeOffset());
        }

        if (states.Select(state => state.Status.BatteryPercent).FirstOrDefault(percent => percent is not null) is { } battery)
        {
            report.BatteryPercent = Math.Clamp(battery, 0, 100);
        }

        if (states.Select(state => state.Status.TemperatureC).FirstOrDefault(degrees => degrees is not null) is { } temperature)
        {
            report.TemperatureC = Math.Clamp(temperature, -100, 200);
        }

        report.ClockSamples.Add(clocks.TakeSamples(device).Where(sample => IsTime(sample.DeviceMicros) && sample.RoundTripMicros >= 0).Select(Wire.Of));
        if (clocks.VerdictOn(device) is { } verdict && IsTime(verdict.FromMicros) && IsTime(verdict.ToMicros))
        {
            report.ClockVerdict = Wire.Of(verdict);
        }

        return report;
    }

    private List<DecoderState> DecodersOf(string device) =>
        [.. decoders.Runners.Where(runner => runner.Settings.Devices.Values.Contains(device)).Select(runner => runner.State)];

    private string? ProblemOf(DeviceUploader uploader, List<DecoderState> states)
    {
        if (journal.Alarm is { } alarm)
        {
            return "The edge agent's disk takes no reads: " + alarm;
        }

        if (spool.DamagedBytes > 0)
        {
            return $"The edge agent's disk has lost {spool.DamagedBytes} bytes of reads.";
        }

        return uploader.Refused.Count > 0
            ? $"{uploader.Refused.Count} reads were refused and set aside in {System.IO.Path.GetFileName(uploader.Refused.Path)} of the edge agent."
            : states.Where(state => state.Connections == 0).Select(state => state.LastError).FirstOrDefault(error => error is not null);
    }

    /// <summary>A time that Timing can write down, whatever the decoder said.</summary>
    private static bool IsTime(long micros) => micros is >= EarliestMicros and <= LatestMicros;

    private static string Cut(string text) => text.Length > 500 ? text[..500] : text;
}
