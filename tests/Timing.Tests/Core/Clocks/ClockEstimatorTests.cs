using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Tests.Core.Clocks;

public sealed class ClockEstimatorTests
{
    private const long Start = DoubleReads.Start;

    [Fact]
    public void Exact_pairs_give_the_exact_line()
    {
        var pairs = Enumerable.Range(0, 50).Select(i => Pair(i * 60_000_000L, 1_500_000 + (i * 60 * 20))).ToList();
        var estimate = ClockEstimator.Estimate(pairs)!.Value;
        Assert.Equal(20_000, estimate.DriftPpb, 20.0);
        Assert.InRange(estimate.OffsetAt(Start) - 1_500_000, -5, 5);
        Assert.Equal((50, 50), (estimate.PairCount, estimate.InlierCount));
        Assert.Equal((Start, Start + 2_940_000_000), (estimate.FromMicros, estimate.ToMicros));
    }

    [Fact]
    public void The_order_of_the_pairs_does_not_matter()
    {
        var random = Seed.NextRandom();
        var pairs = Enumerable.Range(0, 300).Select(i => Pair(random.NextInt64(9_000_000_000), random.NextInt64(-90_000, 90_000))).ToArray();
        var expected = ClockEstimator.Estimate(pairs);
        for (var i = 0; i < 5; i++)
        {
            random.Shuffle(pairs);
            Assert.Equal(expected, ClockEstimator.Estimate(pairs));
        }
    }

    [Fact]
    public void Two_of_five_pairs_may_be_wrong_and_all_on_the_same_side()
    {
        var random = Seed.NextRandom();
        var pairs = Enumerable.Range(0, 500)
            .Select(i => Pair(i * 10_000_000L, i % 5 < 2 ? random.NextInt64(2_000_000, 9_000_000) : (long)(60_000 * DoubleReads.Gaussian(random)))).ToList();
        var estimate = ClockEstimator.Estimate(pairs)!.Value;
        Assert.InRange(estimate.OffsetMicros, -25_000, 25_000);
        Assert.InRange(estimate.InlierCount, 280, 305);
    }

    [Fact]
    public void Pairs_that_lie_close_together_say_nothing_of_the_drift_and_the_error_says_so()
    {
        var random = Seed.NextRandom();
        var pairs = Enumerable.Range(0, 40).Select(i => Pair(i * 1_000_000L, (long)(80_000 * DoubleReads.Gaussian(random)))).ToList();
        var estimate = ClockEstimator.Estimate(pairs)!.Value;
        Assert.InRange(estimate.DriftPpb, -50_000, 50_000);
        Assert.InRange(estimate.DriftErrorPpb, 40_000, 60_000);
        Assert.InRange(estimate.ErrorAt(Start + 18_000_000_000), 500_000, 1_500_000);
    }

    [Fact]
    public void Pairs_at_one_moment_give_an_offset()
    {
        var estimate = ClockEstimator.Estimate([.. Enumerable.Range(0, 9).Select(i => Pair(0, 1_000 + i))])!.Value;
        Assert.Equal((1_004, 0), (estimate.OffsetMicros, estimate.DriftPpb));
    }

    [Fact]
    public void Fewer_than_five_pairs_say_nothing() =>
        Assert.Null(ClockEstimator.Estimate([.. Enumerable.Range(0, 4).Select(i => Pair(i, 0))]));

    private static ClockPair Pair(long time, long offset) => new(Start + time, offset);
}
