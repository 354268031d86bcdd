using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.UploadReads;

public sealed class DeviceReportValidatorTests(Databases databases)
{
    public static TheoryData<string, DeviceReport> Impossible => new()
    {
        { "unsent_reads", new DeviceReport { UnsentReads = -1 } },
        { "rejected_frames", new DeviceReport { RejectedFrames = -1 } },
        { "battery_percent", new DeviceReport { BatteryPercent = 101 } },
        { "battery_percent", new DeviceReport { BatteryPercent = double.NaN } },
        { "temperature_c", new DeviceReport { TemperatureC = double.NegativeInfinity } },
        { "problem", new DeviceReport { Problem = new string('x', 1_001) } },
        { "clock_samples", new DeviceReport { ClockSamples = { Enumerable.Repeat(new ClockSample(), 101) } } },
        { "clock_samples", new DeviceReport { ClockSamples = { new ClockSample { DeviceTimeUs = long.MinValue } } } },
        { "clock_samples", new DeviceReport { ClockSamples = { new ClockSample { RoundTripUs = -1 } } } },
        { "clock_verdict", new DeviceReport { ClockVerdict = new ClockVerdict { OffsetUs = long.MinValue } } },
        { "clock_verdict", new DeviceReport { ClockVerdict = new ClockVerdict { Fault = (ClockFault)99 } } },
        { "clock_verdict", new DeviceReport { ClockVerdict = new ClockVerdict { Evidence = new string('x', 1_001) } } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task A_report_that_cannot_be_true_is_refused_by_field(string field, DeviceReport report)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendAsync(report);
        var refused = await Refused.WithAsync(StatusCode.InvalidArgument, "REPORT_INVALID", upload.CompleteAsync);
        Assert.Contains(field, refused.Status.Detail, StringComparison.Ordinal);
    }
}
