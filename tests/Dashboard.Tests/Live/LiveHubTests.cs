using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Kernel;
using RaceSystem.Testing;

namespace RaceSystem.Dashboard.Tests.Live;

public sealed class LiveHubTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeSource _source = new();
    private readonly LiveHub<string, string> _hub;
    private readonly LiveOptions _options = new() { ViewerQueue = 3, MaxFeeds = 2 };

    public LiveHubTests() => _hub = new LiveHub<string, string>(_source, Options.Create(_options), _time, NullLogger<LiveHub<string, string>>.Instance);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task One_subscription_serves_all_viewers_of_a_view()
    {
        using var first = Listen("a");
        using var second = Listen("a");
        await SayAsync("1");
        await UntilAsync(() => first.State == "1" && second.State == "1");
        Assert.Equal(1, _source.OpenedCount);
    }

    [Fact]
    public async Task Subscription_closes_a_little_after_the_last_viewer_left()
    {
        var first = Listen("a");
        var second = Listen("a");
        await SayAsync("1");
        await UntilAsync(() => first.State == "1");
        first.Dispose();
        _time.Advance(_options.Linger * 2);
        Assert.Equal(1, _hub.FeedCount);

        second.Dispose();
        _time.Advance(_options.Linger / 2);
        Assert.Equal(1, _hub.FeedCount);
        _time.Advance(_options.Linger);
        Assert.Equal(0, _hub.FeedCount);
        await Eventually.TrueAsync(() => _source.OpenCount == 0);
    }

    [Fact]
    public async Task Viewer_who_comes_back_in_time_keeps_the_subscription()
    {
        var first = Listen("a");
        await SayAsync("1");
        await UntilAsync(() => first.State == "1");
        first.Dispose();
        _time.Advance(_options.Linger / 2);
        using var again = Listen("a");
        _time.Advance(_options.Linger * 2);
        Assert.Equal((1, 1), (_hub.FeedCount, _source.OpenedCount));
        await UntilAsync(() => again.State == "1");
    }

    [Fact]
    public async Task Fast_changes_become_one_event_an_interval_and_the_newest_state_wins()
    {
        using var viewer = Listen("a");
        await SayAsync("1");
        await Eventually.TrueAsync(() => viewer.State == "1");
        for (var i = 2; i <= 100; i++)
        {
            await SayAsync($"{i}");
        }

        await UntilAsync(() => viewer.State == "100");
        Assert.InRange(viewer.Heard.Count(said => said.Name == "change"), 1, 60);
    }

    [Fact]
    public async Task Viewer_who_reads_too_slowly_skips_to_the_newest_state()
    {
        using var slow = Join("a");
        await using var reading = slow.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reading.MoveNextAsync()); // the status; nothing is known yet
        using var fast = Listen("a");
        for (var i = 1; i <= 10; i++)
        {
            await SayAsync($"{i}");
            await UntilAsync(() => fast.State == $"{i}");
        }

        // Its queue of three overflowed long ago: the present comes whole, without what lay between.
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(("whole", "10"), (reading.Current.EventType, Encoding.UTF8.GetString(reading.Current.Data)));
        Assert.Equal(1, slow.SkipCount);
    }

    [Fact]
    public async Task Lost_subscription_is_said_with_the_time_and_opened_again_with_growing_pauses()
    {
        using var viewer = Listen("a");
        await SayAsync("1");
        await UntilAsync(() => viewer.State == "1");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var lost = _time.GetUtcNow();
            _source.Newest.Writer.Complete(new RpcException(new Status(StatusCode.Unavailable, "away")));
            await UntilAsync(() => _source.OpenedCount == attempt + 2);
            Assert.True(_time.GetUtcNow() - lost >= _options.RetryFrom * Math.Pow(2, attempt), $"attempt {attempt} came too early");
        }

        Assert.True(viewer.HasHeard("\"staleSince\":\"2025-04-06T00:00:"));
        var view = await _hub.CurrentAsync("a", TestContext.Current.CancellationToken);
        Assert.Equal("1", view.State);
        Assert.NotNull(view.StaleSince);

        await SayAsync("2");
        await UntilAsync(() => viewer.State == "2" && viewer.Heard[^1].Data.Contains("\"staleSince\":null", StringComparison.Ordinal));
        Assert.Null((await _hub.CurrentAsync("a", TestContext.Current.CancellationToken)).StaleSince);
    }

    [Fact]
    public async Task Page_is_refused_with_the_owners_reason_when_there_never_was_a_state()
    {
        var asking = _hub.CurrentAsync("unknown", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => _source.OpenedCount == 1);
        _source.Newest.Writer.Complete(new RpcException(new Status(StatusCode.NotFound, "There is no such meet.")));
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => asking);
        Assert.Equal((RefusalKind.NotFound, "There is no such meet."), (refusal.Kind, refusal.Message));

        // A made-up address takes no room.
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.TrueAsync(() => _hub.FeedCount == 0);
    }

    [Fact]
    public async Task Subscriptions_have_a_bound()
    {
        using var first = Join("a");
        using var second = Join("b");
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => _hub.CurrentAsync("c", TestContext.Current.CancellationToken));
        Assert.Equal(RefusalKind.ResourceExhausted, refusal.Kind);
    }

    [Fact]
    public async Task Quiet_stream_gives_signs_of_life()
    {
        using var viewer = Listen("a");
        await UntilAsync(() => viewer.Heard.Any(said => said.Name == "heartbeat"));
    }

    private LiveViewer Join(string key)
    {
        var viewer = new LiveViewer(_options.ViewerQueue);
        _hub.Join(key, viewer);
        return viewer;
    }

    private Listener Listen(string key) => new(Join(key));

    private async Task SayAsync(string state)
    {
        await Eventually.TrueAsync(() => _source.OpenCount > 0 && !_source.Newest.Reader.Completion.IsCompleted);
        await _source.Newest.Writer.WriteAsync(state, TestContext.Current.CancellationToken);
    }

    // Lets time go on until it is so.
    private Task UntilAsync(Func<bool> condition) => Eventually.TrueAsync(() =>
    {
        if (!condition())
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return condition();
    });
}
