using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.WatchStandings;

public sealed class WatchStandingsTests(ResultsHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_comes_first_and_then_what_changed()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8100).Gun().StandsAsync();
        using var call = Watch(meet, new StandingsFilter(), 2);
        var snapshot = (await NextAsync(call)).Snapshot;
        Assert.Equal(["1", "2"], snapshot.Standings.Select(row => row.Bib));
        Assert.Equal(2, snapshot.TotalCount);

        meet.Ran("3", 0, 4000, 7900);
        host.Registration.Deliver(meet.MeetId);
        host.Timing.Deliver(meet.MeetId);
        var change = (await NextAsync(call)).Change;

        Assert.Equal([("3", 1), ("1", 2)], change.Changed.Select(row => (row.Bib, row.Places.Overall)));
        Assert.Equal(["e-2"], change.RemovedEntryIds);
        Assert.Equal(3, change.TotalCount);
        Assert.True(change.SnapshotVersion > snapshot.SnapshotVersion);
    }

    [Fact]
    public async Task What_does_not_touch_the_watched_rows_is_not_told()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4000, 8000).Entered("2").Gun().StandsAsync();
        using var call = Watch(meet, new StandingsFilter(), 10);
        await NextAsync(call);

        await meet.Passed("2", "half", 5000).StandsAsync();
        await meet.Passed("2", "finish", 9000).StandsAsync();
        var change = (await NextAsync(call)).Change;

        Assert.Equal(["2"], change.Changed.Select(row => row.Bib));
        Assert.Equal(2, change.TotalCount);
    }

    [Fact]
    public async Task A_slow_consumer_ends_up_with_the_newest_rows()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Gun().StandsAsync();
        using var call = Watch(meet, new StandingsFilter { Live = true }, 1_000);
        var rows = (await NextAsync(call)).Snapshot.Standings.ToDictionary(row => row.EntryId);
        for (var i = 10; i < 40; i++)
        {
            await meet.Ran($"{i}", 0, 4000, 8000 + i).StandsAsync();
        }

        while (rows.Count < 30)
        {
            foreach (var row in (await NextAsync(call)).Change.Changed)
            {
                rows[row.EntryId] = row;
            }
        }

        Assert.Equal(Enumerable.Range(1, 30), rows.Values.Select(row => row.Places.Overall).Order());
    }

    [Fact]
    public async Task What_cannot_be_watched_is_refused()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal("PAGE_SIZE_INVALID", (await Refused.ByAsync(() => NextAsync(Watch(meet, new StandingsFilter(), 1_001)))).Reason);
        Assert.Equal("SPLIT_UNKNOWN", (await Refused.ByAsync(() => NextAsync(Watch(meet, new StandingsFilter { SplitId = "x" }, 1)))).Reason);
        Assert.Equal("MEET_UNKNOWN", (await Refused.ByAsync(() => NextAsync(Watch(host.NewMeet(), new StandingsFilter(), 1)))).Reason);
    }

    private static AsyncServerStreamingCall<WatchStandingsResponse> Watch(SampleMeet meet, StandingsFilter filter, int top) =>
        meet.Client.WatchStandings(new WatchStandingsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Filter = filter, Top = top }, cancellationToken: Token);

    private static async Task<WatchStandingsResponse> NextAsync(AsyncServerStreamingCall<WatchStandingsResponse> call)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        Assert.True(await call.ResponseStream.MoveNext(patience.Token));
        return call.ResponseStream.Current;
    }
}
