using System.Net.ServerSentEvents;
using Microsoft.Extensions.Configuration;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Testing;

namespace RaceSystem.Dashboard.Tests.Live;

/// <summary>The event streams over HTTP, as a browser gets them.</summary>
public sealed class EventStreamTests
{
    private const string RacePath = $"/meets/{FakeMeet.Id}/races/marathon";

    [Fact]
    public async Task Stream_begins_with_the_whole_and_goes_on_with_changes()
    {
        await using var host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        await using var events = await OpenAsync(host, $"{RacePath}/live?at=finish");
        Assert.Contains("리강범", await NextAsync(events, "standings"), StringComparison.Ordinal);
        host.Meet.Change(meet => meet.Races[0].Runners[1].Passed["finish"] = 7_790);
        var change = await NextAsync(events, "standings");
        Assert.Contains("Kiptoo", change, StringComparison.Ordinal);
        Assert.DoesNotContain("리강범", change, StringComparison.Ordinal);
        Assert.Contains("\"finished\":2", await NextAsync(events, "progress", "\"finished\":2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_viewers_share_one_subscription_at_results_and_it_closes_after_them()
    {
        await using var host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        var streams = new List<IAsyncEnumerator<SseItem<string>>>();
        for (var i = 0; i < 50; i++)
        {
            streams.Add(await OpenAsync(host, $"{RacePath}/live?at=10k"));
        }

        foreach (var stream in streams)
        {
            await NextAsync(stream, "standings");
        }

        Assert.Equal((1, 1), (host.Meet.OpenWatches, host.Meet.WatchesEver));
        Assert.Equal(50, host.Get<LiveStreams>().OpenCount);
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }

        await Eventually.TrueAsync(() => host.Meet.OpenWatches == 0);
        await Eventually.TrueAsync(() => host.Get<LiveStreams>().OpenCount == 0);
    }

    [Fact]
    public async Task Results_going_away_is_said_and_coming_back_goes_on()
    {
        await using var host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        await using var events = await OpenAsync(host, $"{RacePath}/live?at=finish");
        await NextAsync(events, "standings");
        host.Meet.SetAway("results", true);
        await NextAsync(events, "status", "\"staleSince\":\"20");

        // Two feeds make the page's stream: the other one may have said it first.
        await Eventually.TrueAsync(
            async () => (await host.Client.GetStringAsync(new Uri($"{RacePath}?at=finish", UriKind.Relative), TestContext.Current.CancellationToken)).Contains("stale since", StringComparison.Ordinal),
            TimeSpan.FromSeconds(10));

        host.Meet.SetAway("results", false);
        host.Meet.Change(meet => meet.Races[0].Runners[1].Passed["finish"] = 7_790);
        Assert.Contains("Kiptoo", await NextAsync(events, "standings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewers_past_the_bound_are_turned_away()
    {
        await using var host = await DashboardHost.StartAsync(
            FakeWorld.UnderWay(), configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Dashboard:Live:MaxViewers"] = "1" }));
        await using var events = await OpenAsync(host, $"{RacePath}/live");
        await NextAsync(events, "standings");
        using var answer = await host.Client.GetAsync($"{RacePath}/live", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task Host_stops_at_once_although_viewers_are_connected()
    {
        var host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        await using var events = await OpenAsync(host, $"{RacePath}/live");
        await NextAsync(events, "standings");
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync(DashboardHost host, string path)
    {
        var answer = await host.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return ReadAsync(answer).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await foreach (var item in SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken))
            {
                yield return item;
            }
        }
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> events, string name, string part = "")
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(Eventually.DefaultTimeout, TestContext.Current.CancellationToken))
        {
            if (events.Current.EventType == name && events.Current.Data.Contains(part, StringComparison.Ordinal))
            {
                return events.Current.Data;
            }
        }

        throw new InvalidOperationException($"The stream ended without {name} {part}.");
    }
}
