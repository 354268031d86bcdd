using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Ultra;

namespace RaceSystem.Timing.Tests.Protocols.Ultra;

public sealed class LogIdsTests
{
    [Fact]
    public void what_comes_first_begins_and_a_number_that_is_left_out_is_a_gap()
    {
        var ids = new LogIds();
        Assert.False(ids.Take(7, 70, isRewound: false));
        Assert.True(ids.Take(10, 100, isRewound: false));
        Assert.Equal([new LogIdGap(8, 9, 0)], ids.Gaps);
        Assert.Equal(7, ids.Complete);
        Assert.False(ids.Take(8, 80, isRewound: true));
        Assert.Equal(8, ids.Complete);
        ids.Take(9, 90, isRewound: true);
        Assert.Equal(10, ids.Complete);
    }

    [Fact]
    public void a_gap_is_asked_for_three_times_and_then_given_up()
    {
        var ids = new LogIds(5, 50);
        ids.Take(9, 90, isRewound: false);
        for (var request = 0; request < LogIds.MaxRequests; request++)
        {
            Assert.Equal((6, 8), ids.Request().Due.Select(gap => (gap.From, gap.To)).Single());
        }

        Assert.Equal((6, 8), ids.Request().GivenUp.Select(gap => (gap.From, gap.To)).Single());
        Assert.Equal(9, ids.Complete);
    }

    [Fact]
    public void a_log_that_was_cleared_begins_again_and_a_repetition_does_not_clear_it()
    {
        var ids = new LogIds(5_000, 90);
        ids.Take(4_999, 80, isRewound: false);
        ids.Take(4_998, 99, isRewound: true);
        Assert.Equal(5_000, ids.Complete);
        Assert.True(ids.Take(3, 100, isRewound: false));
        Assert.Equal([new LogIdGap(1, 2, 0)], ids.Gaps);
    }

    [Fact]
    public void any_order_of_records_leaves_what_is_missing()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 200; run++)
        {
            var ids = new LogIds(1, 1);
            var came = Enumerable.Range(2, 60).Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next()).ToArray();
            foreach (var id in came)
            {
                ids.Take(id, id, isRewound: true);
            }

            var missing = ids.Gaps.SelectMany(gap => Enumerable.Range((int)gap.From, (int)(gap.To - gap.From) + 1));
            Assert.Equal(Enumerable.Range(2, came.Max() - 1).Except(came), missing);
            Assert.Equal(Enumerable.Range(2, 61).First(id => !came.Contains(id)) - 1, ids.Complete);
        }
    }

    [Fact]
    public void gaps_are_bounded_and_cover_what_is_missing()
    {
        var ids = new LogIds(1, 1);
        for (var id = 3; id < 1_000; id += 2)
        {
            ids.Take(id, id, isRewound: true);
        }

        Assert.True(ids.Gaps.Count <= 100);
        Assert.All(Enumerable.Range(1, 498), index => Assert.Contains(ids.Gaps, gap => gap.From <= index * 2 && index * 2 <= gap.To));
    }
}
