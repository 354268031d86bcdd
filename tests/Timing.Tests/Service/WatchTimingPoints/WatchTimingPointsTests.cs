using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.WatchTimingPoints;

public sealed class WatchTimingPointsTests(Databases databases)
{
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
