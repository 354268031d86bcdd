using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>Invariant 2: a lost, repeated or reordered message changes nothing.</summary>
public sealed class FollowedLogTests
{
    private const int Runs = 300;
    private const int Steps = 250;

    [Fact]
    public void Lost_repeated_and_reordered_messages_change_nothing() => Simulate(rebuilds: false);

    [Fact]
    public void A_log_made_anew_or_put_back_at_any_moment_is_followed_as_it_is() => Simulate(rebuilds: true);

    [Fact]
    public void What_waits_is_bounded()
    {
        var owner = new OwnedLog("m");
        var sink = new CheckedSink();
        var log = new FollowedLog("m", sink);
        var lost = owner.Commit("lost");
        log.Resume(lost.LogId, 0);
        for (var i = 0; i < RangeBuffer.MaxRanges * 3; i++)
        {
            log.Receive(owner.Commit($"k{i}"));
        }

        log.Receive(lost);

        Assert.Equal(RangeBuffer.MaxRanges + 1, log.Applied);
        Assert.True(log.IsBehind);
        Assert.True(log.Take(log.Ask(), owner.Page(log.Applied, 1_000)));
        Assert.Equal(owner.Latest, sink.Values);
        Assert.False(log.IsBehind);
    }

    private static void Simulate(bool rebuilds)
    {
        var seed = Seed.Next();
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(seed + run);
            var owner = new OwnedLog("m");
            var sink = new CheckedSink();
            var log = new FollowedLog("m", sink);
            var network = new List<LogRange>();
            var pages = new List<(LogQuestion Asked, ChangelogPage Page)>();
            for (var step = 0; step < Steps; step++)
            {
                Step(random, owner, log, network, pages, rebuilds);
                sink.Check(log);
            }

            CatchUp(owner, log);
            Assert.Equal(owner.Latest.OrderBy(pair => pair.Key), sink.Values.OrderBy(pair => pair.Key));
            Assert.Equal((owner.LogId, owner.Head), (log.LogId, log.Applied));
            Assert.False(log.IsBehind);
        }
    }

    private static void Step(Random random, OwnedLog owner, FollowedLog log, List<LogRange> network, List<(LogQuestion Asked, ChangelogPage Page)> pages, bool rebuilds)
    {
        switch (random.Next(rebuilds ? 100 : 98))
        {
            case < 35:
                network.Add(owner.Commit([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"k{random.Next(12)}")]));
                break;
            case < 65 when network.Count > 0:
                // Any of the last ones; it stays, and comes again, half of the time.
                var at = Math.Max(0, network.Count - 1 - random.Next(6));
                log.Receive(network[at]);
                if (random.Next(2) == 0)
                {
                    network.RemoveAt(at);
                }

                break;
            case < 75 when network.Count > 0:
                network.RemoveAt(random.Next(network.Count));
                break;
            case < 85:
                pages.Add((log.Ask(), owner.Page(log.Applied, random.Next(1, 8))));
                break;
            case < 93 when pages.Count > 0:
                var (asked, page) = pages[random.Next(pages.Count)];
                if (page.LogId == owner.LogId && page.HeadSequence <= owner.Head)
                {
                    log.Take(asked, page);
                }

                pages.Clear();
                break;
            case < 98:
                log.Hear(owner.LogId, owner.Head);
                break;
            case 98:
                owner.MakeAnew();
                pages.Clear();
                break;
            case 99:
                RestoreAndNotice(random, owner, log, network);
                pages.Clear();
                break;
        }
    }

    /// <summary>A restored log is told from its past only while its head is below what was applied: the follower asks before it writes again.</summary>
    private static void RestoreAndNotice(Random random, OwnedLog owner, FollowedLog log, List<LogRange> network)
    {
        if (owner.LogId.Length > 0)
        {
            owner.RestoreTo(random.NextInt64(owner.Head + 1));
            network.Clear();
            CatchUp(owner, log);
        }
    }

    private static void CatchUp(OwnedLog owner, FollowedLog log)
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            var page = owner.Page(log.Applied, 7);
            if (log.Take(log.Ask(), page) && page.ThroughSequence == page.HeadSequence)
            {
                return;
            }
        }

        Assert.Fail("Does not catch up.");
    }
}
