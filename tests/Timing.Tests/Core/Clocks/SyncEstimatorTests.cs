using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Tests.Core.Clocks;

public sealed class SyncEstimatorTests
{
    private const long Start = DoubleReads.Start;

    [Fact]
    public void Slow_exchanges_on_a_bad_link_do_no_harm()
    {
        var random = Seed.NextRandom();
        for (var run = 0; run < 60; run++)
        {
            var (offset, drift) = (random.NextInt64(-5_000_000, 5_000_000), (random.NextDouble() - 0.5) * 80e-6);
            var exchanges = Enumerable.Range(0, 600).Select(i => Exchange(i * 30_000_000L, offset, drift, random)).ToList();
            var estimate = SyncEstimator.Estimate(exchanges)!.Value;
            foreach (var at in (long[])[0, 9_000_000_000, 18_000_000_000])
            {
                var error = estimate.OffsetAt(Start + at) - offset - (long)(drift * at);
                Assert.InRange(error, -15_000, 15_000);
                Assert.True(Math.Abs(error) < 5 * estimate.ErrorAt(Start + at), $"wrong by {error}, stated {estimate.ErrorAt(Start + at)}");
            }
        }
    }

    [Fact]
    public void What_a_device_tells_by_itself_is_believed_less()
    {
        var told = Enumerable.Range(0, 40).Select(i => new SyncExchange(Start + (i * 60_000_000L), Start + (i * 60_000_000L) + 700_000, 0)).ToList();
        var estimate = SyncEstimator.Estimate(told)!.Value;
        Assert.Equal(700_000, estimate.OffsetMicros);
        Assert.InRange(estimate.OffsetErrorMicros, 50_000, 60_000);

        // Measured exchanges come in: those that were told do not count any more.
        told.AddRange(Enumerable.Range(0, 10).Select(i => new SyncExchange(Start + (i * 60_000_000L), Start + (i * 60_000_000L) + 500_000, 4_000)));
        Assert.Equal(500_000, SyncEstimator.Estimate(told)!.Value.OffsetMicros);
    }

    [Fact]
    public void Few_exchanges_say_nothing() => Assert.Null(SyncEstimator.Estimate([new SyncExchange(0, 5, 1)]));

    /// <summary>10 ms both ways, and in half of the cases up to 3 s in a queue.</summary>
    private static SyncExchange Exchange(long at, long offset, double drift, Random random)
    {
        var there = 10_000 + random.Next(2_000) + (random.Next(2) == 0 ? random.Next(3_000_000) : 0);
        var back = 10_000 + random.Next(2_000) + (random.Next(2) == 0 ? random.Next(3_000_000) : 0);
        var device = Start + at;
        return new SyncExchange(device, device + offset + (long)(drift * at) + ((back - there) / 2), there + back);
    }
}
