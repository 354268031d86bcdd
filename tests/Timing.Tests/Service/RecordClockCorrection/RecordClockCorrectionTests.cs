using Grpc.Core;
using RaceSystem.Timing.Tests.Service.Clocks;

namespace RaceSystem.Timing.Tests.Service.RecordClockCorrection;

public sealed class RecordClockCorrectionTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reads_already_received_and_later_ones_move_and_a_restart_keeps_it(string kind)
    {
        var database = await databases.CreateAsync(kind);
        await using (var host = await TimingHost.StartAsync(database))
        {
            await host.ApplyPointsAsync();
            await UploadAsync(host, 1, ("A", 1_000), ("B", 600_000));

            // 1.5 s at midnight, growing by 20 ppm: 12 ms more after ten minutes.
            var recorded = await host.CorrectAsync(TimeSpan.FromSeconds(1.5), 20, Upload.Midnight);
            Assert.Equal(2, recorded.ChangedChipCount);
            Assert.StartsWith("c-", recorded.ClockCorrection.CorrectionId, StringComparison.Ordinal);
            await UploadAsync(host, 2, ("C", 1_200_000));
        }

        await using var again = await TimingHost.StartAsync(database);
        await UploadAsync(again, 3, ("D", 1_800_000));
        var finishes = await again.FinishesAsync();
        Assert.Equal([2_500], finishes["A"]);
        Assert.Equal([601_512], finishes["B"]);
        Assert.Equal([1_201_524], finishes["C"]);
        Assert.Equal([1_801_536], finishes["D"]);
    }

    [Fact]
    public async Task A_range_ends_before_its_last_device_time_and_corrections_add_up()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync(backupOffset: TimeSpan.FromSeconds(1));
        await UploadAsync(host, 1, ("A", 10_000), ("B", 20_000), ("C", 30_000));
        await host.CorrectAsync(TimeSpan.FromSeconds(5), from: Upload.Midnight + 20_000_000, to: Upload.Midnight + 30_000_000);
        await host.CorrectAsync(TimeSpan.FromMilliseconds(-300));
        var finishes = await host.FinishesAsync();
        Assert.Equal((10_700, 25_700, 30_700), (finishes["A"][0], finishes["B"][0], finishes["C"][0]));
    }

    [Fact]
    public async Task A_repeated_request_records_once()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await UploadAsync(host, 1, ("A", 10_000));
        var first = await host.CorrectAsync(TimeSpan.FromSeconds(1), requestId: "r1");
        Assert.Equal(first, await host.CorrectAsync(TimeSpan.FromSeconds(1), requestId: "r1"));
        Assert.Single(await host.CorrectionsAsync());
        var finishes = await host.FinishesAsync();
        Assert.Equal([11_000], finishes["A"]);
    }

    [Fact]
    public async Task What_cannot_be_a_correction_is_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await Refused.WithAsync(StatusCode.NotFound, "DEVICE_UNKNOWN", () => host.CorrectAsync(TimeSpan.Zero, device: "other"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "OFFSET_MISSING", () => host.CorrectAsync(null));
        await Refused.WithAsync(StatusCode.InvalidArgument, "CLOCK_OFFSET_OUT_OF_RANGE", () => host.CorrectAsync(TimeSpan.FromDays(30_000)));
        await Refused.WithAsync(StatusCode.InvalidArgument, "REFERENCE_TIME_MISSING", () => host.CorrectAsync(TimeSpan.Zero, 5));
        await Refused.WithAsync(StatusCode.InvalidArgument, "DRIFT_OUT_OF_RANGE", () => host.CorrectAsync(TimeSpan.Zero, 20_000, 0));
        await Refused.WithAsync(StatusCode.InvalidArgument, "DRIFT_OUT_OF_RANGE", () => host.CorrectAsync(TimeSpan.Zero, double.NaN, 0));
        await Refused.WithAsync(StatusCode.InvalidArgument, "CORRECTION_RANGE_INVALID", () => host.CorrectAsync(TimeSpan.Zero, from: 2, to: 2));
        await Refused.WithAsync(StatusCode.InvalidArgument, "NAME_MISSING", () => host.CorrectAsync(TimeSpan.Zero, who: " "));
        await Refused.WithAsync(StatusCode.InvalidArgument, "ID_INVALID", () => host.CorrectAsync(TimeSpan.Zero, id: "Not An Id"));
        await host.CorrectAsync(TimeSpan.FromSeconds(1), id: "c1");
        await Refused.WithAsync(StatusCode.AlreadyExists, "CORRECTION_EXISTS", () => host.CorrectAsync(TimeSpan.Zero, id: "c1"));
    }

    internal static async Task UploadAsync(TimingHost host, long sequence, params (string Chip, long Millis)[] reads)
    {
        using var upload = await Upload.OpenAsync(host.Client, "d-backup");
        await upload.SendDurablyAsync(Upload.Batch(sequence, reads));
        await upload.CompleteAsync();
    }
}
