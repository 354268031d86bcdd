using System.Globalization;
using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Tests.Core.Clocks;

public sealed class DoubleReadEstimatorTests(ITestOutputHelper output)
{
    private const long TwentyMillis = 20_000;

    /// <summary>
    /// The acceptance line: 1.5 s and 20 ppm, 200 chips over 5 h, 5 reads a device and crossing. With reads spread over 200 ms
    /// the correction is right within 20 ms for every read of the race; with reads spread over 400 ms still in the middle of it, where the pairs are.
    /// The seeds are fixed, since the last of a million random ones must miss.
    /// </summary>
    [Theory]
    [InlineData(100_000, 0.0, true)]
    [InlineData(100_000, 0.2, true)]
    [InlineData(200_000, 0.0, false)]
    [InlineData(200_000, 0.2, false)]
    public void A_clock_is_found_within_20_ms_from_200_chips(double jitter, double outliers, bool overTheWholeRace)
    {
        var given = new DoubleReads { JitterMicros = jitter, Outliers = outliers };
        var (worst, worstInTheMiddle) = (0L, 0L);
        for (var seed = 1; seed <= 120; seed++)
        {
            var estimate = DoubleReadEstimator.Estimate(given.Draw(new Random(seed)))!.Clock;
            worst = Math.Max(worst, given.LargestError(estimate));
            worstInTheMiddle = Math.Max(worstInTheMiddle, given.ErrorAt(estimate, estimate.ReferenceMicros));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"reads within ±{jitter / 1_000} ms, {outliers:P0} wrong pairs: worst {worst / 1e3:0.0} ms over the race, {worstInTheMiddle / 1e3:0.0} ms in its middle"));
        Assert.InRange(overTheWholeRace ? worst : worstInTheMiddle, 0, TwentyMillis);
    }

    [Fact]
    public void The_truth_lies_within_the_stated_error()
    {
        var random = Seed.NextRandom();
        var within = 0;
        const int Runs = 150;
        for (var run = 0; run < Runs; run++)
        {
            var given = new DoubleReads
            {
                Chips = random.Next(60, 400),
                Hours = 0.2 + (random.NextDouble() * 8),
                ReadsEach = random.Next(2, 12),
                JitterMicros = random.Next(20_000, 200_000),
                Normal = random.Next(2) == 0,
                OffsetMicros = random.NextInt64(-7_200_000_000, 7_200_000_000),
                DriftPpm = (random.NextDouble() - 0.5) * 120,
                Outliers = random.NextDouble() * 0.25,
            };
            var estimate = DoubleReadEstimator.Estimate(given.Draw(random))!.Clock;
            Assert.True(given.LargestError(estimate) < 7 * estimate.LargestError, $"{given}: {estimate}, wrong by {given.LargestError(estimate)} µs");
            within += given.LargestError(estimate) < 3 * estimate.LargestError ? 1 : 0;
            Assert.InRange(estimate.InlierCount, estimate.PairCount / 2, estimate.PairCount);
        }

        Assert.InRange(within, Runs * 0.93, Runs);
    }

    [Theory]
    [InlineData(1_743_897_600_000_000 - 60_000_000)]
    [InlineData(1_427_846_400_000_000)]
    [InlineData(-86_400_000_000)]
    [InlineData(-3_600_000_000)]
    public void Nothing_is_assumed_of_the_offset(long offset)
    {
        var given = new DoubleReads { OffsetMicros = offset, Outliers = 0.2 };
        var estimate = DoubleReadEstimator.Estimate(given.Draw(Seed.NextRandom()))!.Clock;
        Assert.InRange(given.ErrorAt(estimate, estimate.ReferenceMicros), 0, TwentyMillis);
    }

    [Fact]
    public void Laps_are_not_confused()
    {
        var given = new DoubleReads { Laps = 6, OffsetMicros = 290_000_000, Outliers = 0.2, Chips = 80 };
        var estimate = DoubleReadEstimator.Estimate(given.Draw(Seed.NextRandom()))!.Clock;
        Assert.InRange(given.LargestError(estimate), 0, TwentyMillis);
        Assert.InRange(estimate.InlierCount, 300, 480);
    }

    [Fact]
    public void Both_see_the_peak_of_the_signal_better_than_the_reads_about_it()
    {
        var random = Seed.NextRandom();
        var chips = new List<ChipCrossings>();
        for (var chip = 0; chip < 100; chip++)
        {
            var crossing = DoubleReads.Start + random.NextInt64(10_000_000_000);
            chips.Add(new ChipCrossings([Seen(crossing - 1_500_000, random)], [Seen(crossing, random)]));
        }

        var estimate = DoubleReadEstimator.Estimate(chips)!;
        Assert.Equal(CrossingCentre.Strongest, estimate.Centre);
        Assert.InRange(estimate.Clock.OffsetMicros, 1_495_000, 1_505_000);
    }

    [Fact]
    public void Too_few_common_chips_give_no_estimate()
    {
        Assert.Null(DoubleReadEstimator.Estimate([]));
        Assert.Null(DoubleReadEstimator.Estimate(new DoubleReads { Chips = ClockEstimator.MinPairs - 1 }.Draw(Seed.NextRandom())));
        var apart = new DoubleReads { Chips = 40, Outliers = 1 }.Draw(Seed.NextRandom());
        Assert.True(DoubleReadEstimator.Estimate(apart) is not { } wrong || wrong.Clock.InlierCount < 12);
    }

    private static Crossing Seen(long peak, Random random)
    {
        var (before, after) = (random.Next(100_000, 900_000), random.Next(100_000, 900_000));
        return new Crossing(peak - before, peak + after, peak + ((after - before) / 3), peak + random.Next(-15_000, 15_000), 9);
    }
}
