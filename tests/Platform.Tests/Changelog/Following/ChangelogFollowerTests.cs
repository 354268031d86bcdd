using Microsoft.Extensions.Diagnostics.HealthChecks;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog.Following;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>A follower as it runs: with a bus that loses, an owner that is away, a log that is made anew, and restarts.</summary>
public sealed class ChangelogFollowerTests(DatabaseFixture databases) : IAsyncLifetime
{
    private readonly FakeLogSource _owner = new();
    private StorageUnderTest _storage = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _storage = await databases.OpenAsync(StorageProvider.Sqlite);

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Applies_at_once_what_the_bus_delivers_in_sequence()
    {
        await using var following = await StartAsync();

        await following.DeliverAsync(Commit("a", "b"));
        await following.DeliverAsync(Commit("a"));

        Assert.Equal(3, following.Follower.AppliedSequence("m"));
        AssertFollows(following);
    }

    [Fact]
    public async Task Notices_a_lost_last_message_within_two_seconds()
    {
        await using var following = await StartAsync();
        await following.DeliverAsync(Commit("a"));
        Commit("b");

        // The owner announces once a second: a second passes at most until it does.
        following.Pass(TimeSpan.FromSeconds(1));
        await following.AnnounceAsync(_owner.With("m", log => log.ToHead()));
        following.Pass(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => following.Follower.AppliedSequence("m") == 2);
        AssertFollows(following);
    }

    [Fact]
    public async Task Fetches_a_gap_and_then_applies_what_waited()
    {
        await using var following = await StartAsync();
        await following.DeliverAsync(Commit("a"));
        Commit("lost");
        await following.DeliverAsync(Commit("c"));
        Assert.Equal(1, following.Follower.AppliedSequence("m"));

        following.Pass(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => following.Follower.AppliedSequence("m") == 3);
        AssertFollows(following);
    }

    [Fact]
    public async Task Asks_the_owner_while_the_bus_is_silent()
    {
        await using var following = await StartAsync();
        Commit("a", "b");

        following.Pass(OwnerContact.SilenceLimit + TimeSpan.FromSeconds(1));

        await following.EventuallyAsync(() => following.Follower.AppliedSequence("m") == 2);
        AssertFollows(following);
    }

    [Fact]
    public async Task Does_not_ask_an_owner_that_the_bus_hears_of()
    {
        await using var following = await StartAsync();
        await Eventually.TrueAsync(() => _owner.Asked == 1);
        for (var second = 0; second < 20; second++)
        {
            await following.DeliverAsync(Commit($"k{second}"));
            following.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, _owner.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Starts_over_when_the_log_was_made_anew(bool announced)
    {
        await using var following = await StartAsync();
        await following.DeliverAsync(Commit("a", "b", "c"));
        _owner.With("m", log =>
        {
            log.MakeAnew();
            return log.Commit("x");
        });

        if (announced)
        {
            await following.AnnounceAsync(_owner.With("m", log => log.ToHead()));
        }

        await following.EventuallyAsync(() => following.Follower.AppliedSequence("m") == 1);
        AssertFollows(following);
        Assert.Equal(1, following.Resets);
    }

    [Fact]
    public async Task Empties_its_copy_when_the_owner_has_no_such_log_any_more()
    {
        await using var following = await StartAsync();
        await following.DeliverAsync(Commit("a"));
        _owner.With("m", log => log.Forget());

        await following.EventuallyAsync(() => following.Follower.AppliedSequence("m") == 0);

        Assert.Empty(following.Values("m"));
    }

    [Fact]
    public async Task Restarts_from_the_stored_copy_while_the_owner_is_away()
    {
        await using (var before = await StartAsync())
        {
            await before.DeliverAsync(Commit("a", "b"));
            await before.DeliverAsync(Commit("b", "c"));
            await StoredAsync(before, 4);
        }

        _owner.IsAway = true;
        await using var after = await StartAsync();

        Assert.Equal(4, after.Follower.AppliedSequence("m"));
        AssertFollows(after);

        Commit("d");
        _owner.IsAway = false;
        await after.EventuallyAsync(() => after.Follower.AppliedSequence("m") == 5);
        AssertFollows(after);
    }

    [Fact]
    public async Task Fetches_everything_when_there_is_no_copy()
    {
        _owner.With("m", log => log.Commit([.. Enumerable.Range(0, 1_000).Select(i => $"k{i}")]));
        _owner.With("n", log => log.Commit("a"));

        await using var following = await StartAsync();
        await following.EventuallyAsync(() => following.Follower.AppliedSequence("m") == 1_000 && following.Follower.AppliedSequence("n") == 1);

        AssertFollows(following);
    }

    [Fact]
    public async Task Catches_up_when_asked_and_refuses_while_the_owner_is_away()
    {
        await using var following = await StartAsync();
        Commit("a", "b");

        await following.Follower.CatchUpAsync("m", Token);
        Assert.Equal(2, following.Follower.AppliedSequence("m"));
        await following.Follower.CatchUpAsync("unknown", Token);

        _owner.IsAway = true;
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => following.Follower.CatchUpAsync("m", Token));
        Assert.Equal((RefusalKind.Unavailable, "OWNER_UNAVAILABLE"), (refusal.Kind, refusal.Reason));
    }

    [Fact]
    public async Task Is_degraded_when_the_owner_is_away_for_long()
    {
        _owner.IsAway = true;
        await using var following = await StartAsync();
        await following.EventuallyAsync(() => following.Follower.OwnerAwayFor > TimeSpan.Zero);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(following)).Status);

        following.Pass(TimeSpan.FromSeconds(31));
        var health = await HealthAsync(following);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("timing", health.Description);

        _owner.IsAway = false;
        await following.EventuallyAsync(() => following.Follower.OwnerAwayFor == TimeSpan.Zero);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(following)).Status);
    }

    [Fact]
    public async Task A_lossy_bus_gives_what_the_owner_has()
    {
        var random = Seed.NextRandom();
        await using var following = await StartAsync();
        var network = new List<LogRange>();
        for (var round = 0; round < 400; round++)
        {
            network.Add(Commit([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"k{random.Next(60)}")]));
            var taken = random.Next(network.Count);
            if (random.Next(10) > 0)
            {
                await following.DeliverAsync(network[taken]);
            }

            if (random.Next(3) > 0)
            {
                network.RemoveAt(taken);
            }

            if (random.Next(20) == 0)
            {
                following.Pass(TimeSpan.FromSeconds(1));
                await following.AnnounceAsync(_owner.With("m", log => log.ToHead()));
            }
        }

        await following.AnnounceAsync(_owner.With("m", log => log.ToHead()));
        await following.EventuallyAsync(() => following.Follower.AppliedSequence("m") == _owner.With("m", log => log.Head));
        AssertFollows(following);
        await StoredAsync(following, _owner.With("m", log => log.Head));
    }

    private async Task<FollowerUnderTest> StartAsync()
    {
        var following = new FollowerUnderTest(_owner, _storage);
        await following.StartAsync();
        return following;
    }

    private LogRange Commit(params string[] keys) => _owner.With("m", log => log.Commit(keys));

    private static Task<HealthCheckResult> HealthAsync(FollowerUnderTest following) => new FollowerHealthCheck(following.Follower).CheckHealthAsync(
        new HealthCheckContext { Registration = new HealthCheckRegistration("follows", _ => null!, HealthStatus.Degraded, null) },
        Token);

    private void AssertFollows(FollowerUnderTest following) =>
        Assert.Equal(_owner.With("m", log => log.Latest.OrderBy(pair => pair.Key).ToArray()), following.Values("m"));

    private static Task StoredAsync(FollowerUnderTest following, long sequence) => Eventually.TrueAsync(async () =>
    {
        following.Pass(TimeSpan.FromSeconds(1));
        return (await following.Copy.ListAsync(Token)).Any(head => head.Sequence == sequence);
    });
}
