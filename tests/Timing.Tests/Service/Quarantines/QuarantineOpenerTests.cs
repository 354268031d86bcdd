using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Quarantines;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Quarantines;

public sealed class QuarantineOpenerTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_verdict_takes_the_passings_of_its_range_back_until_somebody_decides(string kind)
    {
        var database = await databases.CreateAsync(kind);
        await using (var host = await TimingHost.StartAsync(database))
        {
            await host.ApplyPointsAsync();
            await UploadAsync(host, Upload.Batch(1, ("A", 1_000), ("B", 60_000), ("C", 9_000_000)));
            await OpenAsync(host, Verdict(0, 120_000));
            await OpenAsync(host, Verdict(0, 121_000));
            var finishes = await host.FinishesAsync();
            Assert.Equal((0, 0, 1), (finishes["A"].Length, finishes["B"].Length, finishes["C"].Length));
        }

        await using var again = await TimingHost.StartAsync(database);
        var quarantine = Assert.Single(await again.QuarantinesAsync(QuarantineState.Open));
        Assert.Equal(
            (ClockFault.Zone, "an hour behind", TimeSpan.FromHours(1), 2, 2),
            (quarantine.Fault, quarantine.Evidence, quarantine.SuspectedOffset.ToTimeSpan(), (int)quarantine.ReadCount, quarantine.ChipCount));

        // Later reads of the range are held at once; the range reaches a little ahead.
        await UploadAsync(again, Upload.Batch(2, ("D", 100_000), ("E", 300_000)));
        var later = await again.FinishesAsync();
        Assert.Equal((0, 0), (later["D"].Length, later["E"].Length));

        // Decided, they count, and the same verdict changes nothing any more.
        await again.DecideAsync(quarantine.QuarantineId, QuarantineDecision.Release);
        await OpenAsync(again, Verdict(0, 121_000));
        await OpenAsync(again, Verdict(0, 2_000_000));
        Assert.Empty(await again.QuarantinesAsync(QuarantineState.Open));
        var released = await again.FinishesAsync();
        Assert.Equal((1_000, 60_000, 100_000), (released["A"][0], released["B"][0], released["D"][0]));
    }

    [Fact]
    public async Task A_report_of_an_agent_opens_one_and_its_comparisons_can_be_estimated_from()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        var report = new DeviceReport { ClockVerdict = Verdict(0, 1_000) };
        report.ClockSamples.AddRange(Enumerable.Range(0, 10).Select(i => new ClockSample
        {
            DeviceTimeUs = Upload.Midnight + (i * 1_000_000L), AgentTimeUs = Upload.Midnight + (i * 1_000_000L) + 3_600_000_000, RoundTripUs = 9_000,
        }));
        await upload.SendAsync(report);
        await upload.SendDurablyAsync(Upload.Batch(1, ("A", 500)));
        Assert.Equal(1, Assert.Single(await host.QuarantinesAsync(QuarantineState.Open)).ReadCount);
        var estimates = await host.Client.EstimateDeviceClockAsync(
            new EstimateDeviceClockRequest { MeetId = TimingHost.Meet, DeviceId = "d-finish" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(estimates.Estimates).Offset.ToTimeSpan());
    }

    [Fact]
    public async Task Right_clocks_and_devices_that_are_not_to_be_checked_are_left_alone()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await OpenAsync(host, new ClockVerdict());
        await host.Client.ApplyTimingPointsAsync(
            new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, Devices = { new TimingDevice { DeviceId = "d-finish", TimingPointId = "finish", ClockCheck = ClockCheck.Off } } },
            cancellationToken: TestContext.Current.CancellationToken);
        await OpenAsync(host, Verdict(0, 1));
        Assert.Empty(await host.QuarantinesAsync());
    }

    [Fact]
    public async Task Senseless_verdicts_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await RefusedWithAsync("DEVICE_UNKNOWN", () => OpenAsync(host, Verdict(0, 1), "other"));
        await RefusedWithAsync("CLOCK_VERDICT_INVALID", () => OpenAsync(host, Verdict(2, 1)));
        await RefusedWithAsync("CLOCK_FAULT_INVALID", () => OpenAsync(host, new ClockVerdict { Fault = (ClockFault)77 }));
        var far = Verdict(0, 1);
        far.FromDeviceTimeUs = long.MinValue;
        await RefusedWithAsync("CLOCK_VERDICT_INVALID", () => OpenAsync(host, far));
    }

    private static async Task RefusedWithAsync(string reason, Func<Task> act) => Assert.Equal(reason, (await Assert.ThrowsAsync<RefusalException>(act)).Reason);

    private static ClockVerdict Verdict(long fromMillis, long toMillis) => new()
    {
        Fault = ClockFault.Zone,
        OffsetUs = 3_600_000_000,
        FromDeviceTimeUs = Upload.Midnight + (fromMillis * 1_000),
        ToDeviceTimeUs = Upload.Midnight + (toMillis * 1_000),
        Evidence = "an hour behind",
    };

    private static Task OpenAsync(TimingHost host, ClockVerdict verdict, string device = "d-finish") =>
        host.Services.GetRequiredService<QuarantineOpener>().OpenAsync(TimingHost.Meet, device, verdict, TestContext.Current.CancellationToken);

    private static async Task UploadAsync(TimingHost host, ReadBatch batch)
    {
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendDurablyAsync(batch);
        await upload.CompleteAsync();
    }
}
