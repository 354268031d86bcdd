using Grpc.Core;
using RaceSystem.Timing.Tests.Service.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ListQuarantines;

public sealed class ListQuarantinesTests(Databases databases)
{
    private const long Hour = 3_600_000;

    [Fact]
    public async Task Reads_of_an_unset_clock_are_kept_held_and_counted_and_block_nothing()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var batch = Upload.Batch(1, ("A", 0), ("B", 0), ("C", 1_000), ("C", 50_000));
        (batch.TimeUs[0], batch.TimeUs[1]) = (5_000_000, 7_000_000);
        using (var plain = await Upload.OpenAsync(host.Client))
        {
            await plain.SendAsync(batch);
            await Refused.WithAsync(StatusCode.InvalidArgument, "READ_TIME_OUT_OF_RANGE", plain.ReceiveAsync);
        }

        using var upload = await Upload.OpenAsync(host.Client, holds: true);
        await upload.SendDurablyAsync(batch);
        var ahead = Upload.Batch(2, ("D", 0));
        ahead.TimeUs[0] = (new DateTime(2099, 12, 31) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        await upload.SendDurablyAsync(ahead);
        await upload.SendDurablyAsync(Upload.Batch(3, ("E", 2_000)));
        await upload.CompleteAsync();

        var finishes = await host.FinishesAsync();
        Assert.Equal((0, 0, 2, 0, 1), (finishes["A"].Length, finishes["B"].Length, finishes["C"].Length, finishes["D"].Length, finishes["E"].Length));
        var listed = await host.QuarantinesAsync();
        Assert.Equal([(ClockFault.Unset, 2, 2), (ClockFault.Date, 1, 1)], listed.Select(one => (one.Fault, (int)one.ReadCount, one.ChipCount)));
        Assert.Equal((DateTime.UnixEpoch.AddSeconds(5), DateTime.UnixEpoch.AddSeconds(7)), (listed[0].FirstReadTime.ToDateTime(), listed[0].LastReadTime.ToDateTime()));
        Assert.Contains("never set", listed[0].Evidence, StringComparison.Ordinal);
        Assert.All(listed, one => Assert.True(one is { State: QuarantineState.Open, DeviceId: "d-finish" } && one.SuspectedOffset is not null));
    }

    [Fact]
    public async Task A_wrong_clock_that_goes_on_widens_its_quarantine()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client, holds: true);
        for (var hour = 0; hour < 5; hour++)
        {
            await upload.SendDurablyAsync(At1980(hour + 1, $"C{hour}", hour * Hour));
        }

        var one = Assert.Single(await host.QuarantinesAsync());
        Assert.Equal((5, 5, TimeSpan.FromHours(5)), ((int)one.ReadCount, one.ChipCount, (one.ToDeviceTime - one.FromDeviceTime).ToTimeSpan() + TimeSpan.FromMicroseconds(1)));

        // Three hours of silence make a second one.
        await upload.SendDurablyAsync(At1980(6, "D", 9 * Hour));
        Assert.Equal(2, (await host.QuarantinesAsync()).Count);
        Assert.All((await host.FinishesAsync()).Values, Assert.Empty);
    }

    [Fact]
    public async Task Pages_begin_with_what_waits_for_a_decision()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client, holds: true);
        for (var day = 0; day < 5; day++)
        {
            await upload.SendDurablyAsync(At1980(day + 1, "A", day * 24 * Hour));
        }

        var all = await host.QuarantinesAsync();
        await host.DecideAsync(all[0].QuarantineId, QuarantineDecision.Discard);
        var (ids, token) = (new List<string>(), "");
        do
        {
            var page = await host.Client.ListQuarantinesAsync(
                new ListQuarantinesRequest { MeetId = TimingHost.Meet, PageSize = 2, PageToken = token }, cancellationToken: TestContext.Current.CancellationToken);
            ids.AddRange(page.Quarantines.Select(one => one.QuarantineId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(all.Skip(1).Concat(all.Take(1)).Select(one => one.QuarantineId), ids);
        Assert.Equal([all[0].QuarantineId], (await host.QuarantinesAsync(QuarantineState.Discarded)).Select(one => one.QuarantineId));
    }

    internal static ReadBatch At1980(long sequence, string chip, long millis)
    {
        var batch = Upload.Batch(sequence, (chip, 0));
        batch.TimeUs[0] = (new DateTime(1980, 1, 6, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(millis) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return batch;
    }
}
