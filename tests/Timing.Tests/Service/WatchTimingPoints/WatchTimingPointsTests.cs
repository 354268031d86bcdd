using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.WatchTimingPoints;

public sealed class WatchTimingPointsTests(Databases databases)
{
    [Fact]
    public async Task Expected_stand_against_seen_and_each_group_of_devices_against_the_other()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        host.Registration.PutCourse(TimingHost.Meet, "race", ("start", "start", 0), ("finish", "finish", 10_000));
        foreach (var chip in new[] { "A", "B", "C", "D" })
        {
            host.Registration.PutEntry(TimingHost.Meet, $"e-{chip}", chip);
        }

        await host.ApplyPointsAsync();
        await host.Client.ApplyTimingPointsAsync(
            new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, Devices = { new TimingDevice { DeviceId = "d-backup", TimingPointId = "finish", Role = DeviceRole.Backup } } },
            cancellationToken: TestContext.Current.CancellationToken);
        using (var start = await Upload.OpenAsync(host.Client, "d-start"))
        using (var main = await Upload.OpenAsync(host.Client, "d-finish"))
        using (var backup = await Upload.OpenAsync(host.Client, "d-backup"))
        {
            await start.SendDurablyAsync(Upload.Batch(1, ("A", 1_000), ("B", 1_100)));
            await main.SendDurablyAsync(Upload.Batch(1, ("A", 2_000_000), ("X", 2_100_000)));
            await backup.SendDurablyAsync(Upload.Batch(1, ("A", 2_000_200), ("D", 2_200_000), ("X", 2_100_100)));
        }

        using var watch = host.Client.WatchTimingPoints(new WatchTimingPointsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var (finish, begin) = (watch.ResponseStream.Current.TimingPoints[0], watch.ResponseStream.Current.TimingPoints[1]);
        Assert.Equal((4, 2, 1), (begin.ExpectedCount, begin.SeenCount, begin.MissedCount)); // D came without a start
        Assert.Equal((2, 2, 0), (finish.ExpectedCount, finish.SeenCount, finish.MissedCount)); // A and B should come, A and D did
        Assert.Equal((2, 3, 1, 0), (finish.MainPassingCount, finish.BackupPassingCount, finish.MainMissedCount, finish.BackupMissedCount));
        Assert.Equal((2, 0, 0), (begin.MainPassingCount, begin.BackupPassingCount, begin.BackupMissedCount));
        Assert.Equal(("race", "finish"), (Assert.Single(finish.Visits).RaceId, finish.Visits[0].SplitId));
    }

    [Fact]
    public async Task The_state_comes_at_once_and_again_when_reads_came()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        host.Registration.PutEntry(TimingHost.Meet, "e1", "A");
        await host.ApplyPointsAsync();
        using var watch = host.Client.WatchTimingPoints(new WatchTimingPointsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(["finish", "start"], watch.ResponseStream.Current.TimingPoints.Select(point => point.TimingPointId));
        Assert.All(watch.ResponseStream.Current.TimingPoints, point => Assert.Equal((0, 0.0), (point.ReadCount, point.ReadsPerSecond)));

        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendDurablyAsync(Upload.Batch(1, ("A", 1_000), ("A", 1_100), ("X", 1_200), ("A", 60_000)));
        TimingPointStatus status;
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            status = watch.ResponseStream.Current.TimingPoints[0];
        }
        while (status.ReadCount == 0);
        Assert.Equal((4, 3, 2, 1), (status.ReadCount, status.PassingCount, status.ChipCount, status.UnknownChipCount));
        Assert.Equal(60, status.LastReadTime.Seconds - (Upload.Midnight / 1_000_000));
        Assert.True(status.ReadsPerSecond > 0);
        var device = Assert.Single(status.Devices, device => device.ReadCount > 0);
        Assert.Equal(("d-finish", true), (device.DeviceId, device.Connected));
    }
}
