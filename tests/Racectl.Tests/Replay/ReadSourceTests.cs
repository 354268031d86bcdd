using RaceSystem.Racectl.Replay;
using RaceSystem.Testing;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Tests.Replay;

public sealed class ReadSourceTests
{
    [Theory]
    [InlineData(TimeRule.First)]
    [InlineData(TimeRule.Last)]
    public void Any_seed_sends_the_same_set_of_reads(TimeRule rule)
    {
        var device = Device(Seed.NextRandom(), rule, 500);
        var plain = Set(new ReadSource(device, 3, new ReadNoise(5)).Reads());
        foreach (var seed in new[] { 1, 2, int.MinValue, Seed.Next() })
        {
            var noisy = new ReadSource(device, 3, new ReadNoise(5, 0.3, TimeSpan.FromSeconds(120), seed)).Reads().ToArray();
            Assert.Equal(plain, Set(noisy));
            Assert.InRange(noisy.Length, 2500 * 1.2, 2500 * 1.4);
        }
    }

    [Fact]
    public void One_seed_sends_the_same_bytes_and_another_seed_does_not()
    {
        var device = Device(Seed.NextRandom(), TimeRule.First, 200);
        DeliveredRead[] Of(int seed) => [.. new ReadSource(device, 0, new ReadNoise(5, 0.2, TimeSpan.FromSeconds(30), seed)).Reads()];
        Assert.Equal(Of(7), Of(7));
        Assert.NotEqual(Of(7), Of(8));
    }

    [Theory]
    [InlineData(TimeRule.First, 1)]
    [InlineData(TimeRule.First, 5)]
    [InlineData(TimeRule.Last, 5)]
    [InlineData(TimeRule.Last, 50)]
    public void The_point_rule_finds_the_planned_time_in_the_reads_of_a_crossing(TimeRule rule, int perCrossing)
    {
        var device = Device(Seed.NextRandom(), rule, 100);
        var reads = new ReadSource(device, 0, new ReadNoise(perCrossing)).Reads().ToLookup(read => read.Row);
        foreach (var crossing in device.Crossings)
        {
            var times = reads[crossing.Row].Select(read => read.TimeUs).Order().ToArray();
            Assert.Equal(perCrossing, times.Distinct().Count());
            Assert.Equal(crossing.TimeUs, rule == TimeRule.Last ? times[^1] : times[0]);
            Assert.True(times[^1] - times[0] <= ReadSource.CrossingSpanUs);
            Assert.Equal(crossing.TimeUs, reads[crossing.Row].MaxBy(read => read.RssiDbm).TimeUs);
        }
    }

    [Fact]
    public void Reads_are_delivered_in_order_and_late_by_no_more_than_the_shuffle()
    {
        var shuffle = TimeSpan.FromSeconds(20);
        var reads = new ReadSource(Device(Seed.NextRandom(), TimeRule.Last, 1000), 0, new ReadNoise(5, 0.5, shuffle, 4)).Reads().ToArray();
        Assert.Equal(reads.Order(), reads);
        Assert.All(reads, read => Assert.InRange(read.DeliveryUs - read.TimeUs, 0, (long)shuffle.TotalMicroseconds));
        Assert.NotEqual(reads.Select(read => read.TimeUs).Order(), reads.Select(read => read.TimeUs));
    }

    private static HashSet<(int, long, int, int)> Set(IEnumerable<DeliveredRead> reads) => [.. reads.Select(read => (read.Row, read.TimeUs, read.RssiDbm, read.Antenna))];

    private static DevicePlan Device(Random random, TimeRule rule, int runners) =>
        DevicePlan.Of("p", "P", rule, Enumerable.Range(0, runners).Select(_ => (long?)random.NextInt64(600_000_000)));
}
