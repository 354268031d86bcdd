using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ExplainPassing;

public sealed class ExplainPassingTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_read_is_told_with_its_device_its_times_and_what_became_of_it(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        await host.Client.ApplyTimingPointsAsync(
            new ApplyTimingPointsRequest
            {
                MeetId = TimingHost.Meet,
                TimingPoints = { new TimingPoint { TimingPointId = "finish", DeadTime = Seconds(2), AntennaOffsetM = 0.7, MinTimeSinceStart = Seconds(30), StartRaceId = "race", StartWaveId = "w1" } },
                Devices = { new TimingDevice { DeviceId = "d-backup", TimingPointId = "finish", Role = DeviceRole.Backup, ClockOffset = Seconds(1) } },
            },
            cancellationToken: TestContext.Current.CancellationToken);
        await host.Client.RecordGunStartAsync(
            new RecordGunStartRequest { MeetId = TimingHost.Meet, GunStart = new GunStart { RaceId = "race", WaveId = "w1", StartTime = At(0) } },
            cancellationToken: TestContext.Current.CancellationToken);
        using var main = await Upload.OpenAsync(host.Client, "d-finish");
        await main.SendDurablyAsync(Upload.Batch(1, ("A", 5_000), ("A", 60_500), ("A", 61_000)));
        using var backup = await Upload.OpenAsync(host.Client, "d-backup");
        await backup.SendDurablyAsync(Upload.Batch(1, ("A", 59_100), ("A", 90_000)));

        var answer = await ExplainAsync(host);
        Assert.Equal(
            [
                "d-finish 5000 5000 1 BeforeMinimum: its passing is before the minimum time since the start",
                "d-backup 59100 60100 2 BackupNotNeeded: backup: a main device read this passing",
                "d-finish 60500 60500 2 GaveTime: gave the time: the first read",
                "d-finish 61000 61000 2 PartOfPassing: part of the passing: the time is of the first read",
                "d-backup 90000 91000 3 GaveTime: gave the time: the first read",
            ],
            answer.Reads.Select(read => $"{read.DeviceId} {Millis(read.DeviceTime)} {Millis(read.CorrectedTime)} {read.PassingNumber} {read.Disposition}: {read.Rule}"));
        Assert.Equal(
            [
                "1 5200 from 5000 False: the first read; +0.200000 s for the antenna, 700 mm from the line; does not count: earlier than 2025-04-06T00:00:30.000000Z, the start and 30.000000 s",
                "2 60700 from 60500 True: the first read of the main devices; +0.200000 s for the antenna, 700 mm from the line",
                "3 91200 from 91000 True: the first read; +0.200000 s for the antenna, 700 mm from the line",
            ],
            answer.Passings.Select(passing => $"{passing.Number} {Millis(passing.PassingTime)} from {Millis(passing.ReadTime)} {passing.Counts}: {passing.Rule}"));
        Assert.Equal((5, At(30_000), 0.2), (answer.ReadCount, answer.NotBeforeTime, answer.AntennaCorrection.ToTimeSpan().TotalSeconds));

        var listed = await host.Client.ListPassingsAsync(new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "finish" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            answer.Passings.Where(passing => passing.Counts).Select(passing => Millis(passing.PassingTime)),
            listed.Chips[0].Passings.Select(passing => (passing.TimeUs - Upload.Midnight) / 1_000));
    }

    [Fact]
    public async Task A_chip_that_lies_at_the_mat_is_explained_in_pages_and_in_a_range()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        for (var batch = 0; batch < 3; batch++)
        {
            await upload.SendDurablyAsync(Upload.Batch(batch + 1, [.. Enumerable.Range(batch * 800, 800).Select(i => ("A", i * 3_000L))]));
        }

        var reads = new List<ExplainedRead>();
        for (var token = ""; token.Length > 0 || reads.Count == 0;)
        {
            var page = await ExplainAsync(host, size: 999, token: token);
            Assert.Equal(page.Reads.Select(read => read.PassingNumber), page.Passings.Select(passing => passing.Number));
            reads.AddRange(page.Reads);
            token = page.NextPageToken;
        }

        Assert.Equal(Enumerable.Range(0, 2_400).Select(i => i * 3_000L), reads.Select(read => Millis(read.DeviceTime)));
        Assert.Equal(
            Enumerable.Range(0, 2_400).Select(i => i is >= 500 and < 1_900 ? ReadDisposition.OverLimit : ReadDisposition.GaveTime),
            reads.Select(read => read.Disposition));

        var range = await ExplainAsync(host, from: 30_000, to: 39_000);
        Assert.Equal([30_000, 33_000, 36_000], range.Reads.Select(read => Millis(read.CorrectedTime)));
        Assert.Equal([11, 12, 13], range.Passings.Select(passing => passing.Number));
        Assert.Equal(3, range.ReadCount);
    }

    [Fact]
    public async Task What_does_not_exist_is_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await Refused.WithAsync(StatusCode.NotFound, "CHIP_UNKNOWN", () => ExplainAsync(host));
        await Refused.WithAsync(StatusCode.NotFound, "TIMING_POINT_UNKNOWN", () => ExplainAsync(host, point: "nowhere"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "CHIP_INVALID", () => ExplainAsync(host, chip: "a b"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_SIZE_INVALID", () => ExplainAsync(host, size: -1));
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => ExplainAsync(host, token: "nonsense"));
    }

    private static Task<ExplainPassingResponse> ExplainAsync(TimingHost host, string point = "finish", string chip = "a", long? from = null, long? to = null, int size = 0, string token = "") =>
        host.Client.ExplainPassingAsync(
            new ExplainPassingRequest
            {
                MeetId = TimingHost.Meet,
                TimingPointId = point,
                Chip = chip,
                FromTime = from is { } begin ? At(begin) : null,
                ToTime = to is { } end ? At(end) : null,
                PageSize = size,
                PageToken = token,
            },
            cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    private static Duration Seconds(double seconds) => Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));

    private static Timestamp At(long millis) => Timestamp.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(Upload.Midnight + (millis * 1_000)));

    private static long Millis(Timestamp time) => (long)(time.ToDateTime() - DateTime.UnixEpoch.AddMicroseconds(Upload.Midnight)).TotalMilliseconds;
}
