using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Changelog;

public sealed class RangeSplitterTests
{
    private static readonly IReadOnlyList<ChangelogRoute> Routes = Build();

    [Fact]
    public void Any_range_is_cut_into_contiguous_messages_of_one_route_within_the_limits()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 100; run++)
        {
            var records = Enumerable.Range(1, random.Next(1, 6_000))
                .Select(i => new ChangelogRecord(i, $"{(random.Next(200) == 0 ? "gun" : "passings")}/{i}", new byte[random.Next(400)]))
                .ToArray();

            var ranges = RangeSplitter.Split("m", "log", Routes, records, default).ToArray();

            Assert.Equal(records, ranges.SelectMany(range => range.Records));
            Assert.All(ranges, range => Assert.All(range.Records, record => Assert.StartsWith(range.Route.KeyPrefix, record.Key)));
            Assert.All(ranges, range => Assert.InRange(range.Records.Count, 1, RangeSplitter.MaxRecords));
            Assert.All(ranges, range => Assert.InRange(range.Bytes, 1, RangeSplitter.MaxBytes));
            Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.Equal(pair.First.LastSequence + 1, pair.Second.FirstSequence));
        }
    }

    [Fact]
    public void A_record_larger_than_a_message_goes_alone()
    {
        var large = new byte[RangeSplitter.MaxBytes + 1];
        ChangelogRecord[] records = [new(1, "gun/a", new byte[1]), new(2, "gun/b", large), new(3, "gun/c", new byte[1])];

        Assert.Equal([1, 1, 1], RangeSplitter.Split("m", "log", Routes, records, default).Select(range => range.Records.Count));
    }

    [Fact]
    public void The_longest_prefix_decides_and_the_empty_one_takes_the_rest()
    {
        ChangelogRecord[] records = [new(1, "passings/a", default), new(2, "passing", default), new(3, "gun/1", default)];

        Assert.Equal(
            [typeof(PassingsChanged), typeof(DeviceStatusChanged), typeof(GunStartsChanged)],
            RangeSplitter.Split("m", "log", Routes, records, default).Select(range => range.Route.MessageType));
    }

    [Fact]
    public void Only_ranges_that_follow_each_other_in_one_log_are_joined()
    {
        var (a, b) = (Range(1, 2, "gun/"), Range(3, 4, "gun/"));

        Assert.True(RangeSplitter.Joins(a, b));
        Assert.Equal([1, 2, 3, 4], RangeSplitter.Join(a, b).Records.Select(record => record.Sequence));
        Assert.False(RangeSplitter.Joins(b, a));
        Assert.False(RangeSplitter.Joins(a, Range(4, 5, "gun/")));
        Assert.False(RangeSplitter.Joins(a, Range(3, 4, "passings/")));
        Assert.False(RangeSplitter.Joins(a, b with { MeetId = "other" }));
        Assert.False(RangeSplitter.Joins(a, b with { LogId = "anew" }));
        Assert.False(RangeSplitter.Joins(Range(1, RangeSplitter.MaxRecords, "gun/"), Range(RangeSplitter.MaxRecords + 1, RangeSplitter.MaxRecords + 1, "gun/")));
    }

    [Fact]
    public void Routes_without_a_default_or_with_one_prefix_twice_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new ChangelogRoutes().Build("timing"));
        Assert.Throws<ArgumentException>(() => TestRoutes.Add(Added()));
    }

    private static CommittedRange Range(int first, int last, string prefix) => RangeSplitter.Split(
        "m",
        "log",
        Routes,
        [.. Enumerable.Range(first, last - first + 1).Select(i => new ChangelogRecord(i, $"{prefix}{i}", default))],
        default).Single();

    private static IReadOnlyList<ChangelogRoute> Build() => Added().Build("timing");

    private static ChangelogRoutes Added()
    {
        var routes = new ChangelogRoutes();
        TestRoutes.Add(routes);
        return routes;
    }
}
