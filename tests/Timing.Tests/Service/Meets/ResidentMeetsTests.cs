using Microsoft.Extensions.Time.Testing;
using RaceSystem.Timing.Service.Meets;

namespace RaceSystem.Timing.Tests.Service.Meets;

public sealed class ResidentMeetsTests(Databases databases)
{
    [Fact]
    public async Task A_meet_that_nobody_uses_leaves_memory_and_comes_back_when_it_is_wanted()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var writer = host.Meets.WriterOf(TimingHost.Meet);
        using (var upload = await Upload.OpenAsync(host.Client))
        {
            await upload.SendDurablyAsync(Upload.Batch(1, ("A", 1_000)));
            await upload.CompleteAsync();
        }

        await host.Meets.EvictAsync(TestContext.Current.CancellationToken);
        Assert.True(writer.IsResident);
        await writer.EvictAsync(TestContext.Current.CancellationToken);
        Assert.False(writer.IsResident);
        Assert.Equal(1, await writer.LookAsync(state => state.Reads.ReadCount, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Streams_are_counted_per_device_and_bounded()
    {
        var activity = new MeetActivity(new FakeTimeProvider());
        var first = activity.OpenStream("d");
        var second = activity.OpenStream("d");
        first.Dispose();
        first.Dispose();
        Assert.True(activity.DeviceNow("d").Connected);
        second.Dispose();
        Assert.False(activity.DeviceNow("d").Connected);
        Assert.Equal(0, activity.StreamCount);
    }

    [Fact]
    public void Rates_cover_the_last_ten_seconds()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.Zero));
        var activity = new MeetActivity(time);
        activity.Received("d", "p", 400, newestDeviceMicros: 0);
        time.Advance(TimeSpan.FromSeconds(5));
        activity.Received("e", "p", 100, newestDeviceMicros: 0);
        Assert.Equal((40.0, 50.0), (activity.DeviceNow("d").ReadsPerSecond, activity.PointRate("p")));
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((0.0, 10.0), (activity.DeviceNow("d").ReadsPerSecond, activity.PointRate("p")));
    }
}
