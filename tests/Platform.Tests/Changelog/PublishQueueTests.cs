using Microsoft.Extensions.Time.Testing;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Tests.Changelog;

public sealed class PublishQueueTests
{
    private readonly PublishQueue _queue = new("timing", new FakeTimeProvider());

    [Fact]
    public void A_full_queue_drops_the_oldest_and_counts_them()
    {
        for (var sequence = 1; sequence <= PublishQueue.Capacity + 10; sequence++)
        {
            Enqueue(sequence);
        }

        Assert.Equal(10, _queue.Dropped);
        Assert.True(_queue.TryRead(out var first));
        Assert.Equal(11, first.FirstSequence);
    }

    [Fact]
    public void The_head_of_a_log_never_moves_back_and_a_log_made_anew_replaces_it()
    {
        Enqueue(7);
        Enqueue(5);
        Assert.Equal(7, Assert.Single(_queue.Heads).Head.Sequence);

        _queue.Announce(new ChangelogHead("m", "anew", 2));
        Assert.Equal(("anew", 2), (Assert.Single(_queue.Heads).Head.LogId, _queue.Heads.Single().Head.Sequence));
    }

    [Fact]
    public void A_head_that_changed_meanwhile_is_not_retired()
    {
        Enqueue(1);
        var seen = Assert.Single(_queue.Heads);
        Enqueue(2);

        _queue.Retire(seen);
        Assert.Single(_queue.Heads);
        _queue.Retire(_queue.Heads.Single());
        Assert.Empty(_queue.Heads);
    }

    private void Enqueue(long sequence)
    {
        var routes = new ChangelogRoutes();
        TestRoutes.Add(routes);
        _queue.Enqueue(
            new ChangelogHead("m", "log", sequence),
            RangeSplitter.Split("m", "log", routes.Build("timing"), [new ChangelogRecord(sequence, "key", default)], default));
    }
}
