using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Tests.Core.Meets;

namespace RaceSystem.Timing.Tests.Core.Passings;

public sealed class PeakFitTests
{
    private static readonly PassingRule Fitted = new(TimeRule.FittedPeak, Elapsed.FromSeconds(5));

    [Fact]
    public void The_vertex_of_an_exact_parabola_is_found_between_the_reads()
    {
        // −40 − (t − 3)², t in tenths of a second, without the read at 3.
        Read[] reads = [At(0, -49), At(100_000, -44), At(200_000, -41), At(400_000, -41), At(500_000, -44), At(600_000, -49)];
        Assert.Equal(300_000, TimeOf(reads));
    }

    [Theory]
    [InlineData("two different times", 100_000, 0, -50, 0, -45, 100_000, -40)]
    [InlineData("opens upwards", 0, 0, -40, 100_000, -60, 200_000, -40)]
    [InlineData("vertex behind the last read", 200_000, 0, -50, 100_000, -45, 200_000, -41)]
    [InlineData("no strength reported", 0, 0, 0, 100_000, 0, 200_000, 0)]
    public void Without_a_proper_peak_the_strongest_counts(string why, long expected, long first, short a, long second, short b, long third, short c)
    {
        Assert.NotEmpty(why);
        Assert.Equal(expected, TimeOf([At(first, a), At(second, b), At(third, c)]));
    }

    [Fact]
    public void A_chip_that_lingers_does_not_bend_the_peak()
    {
        Read[] crossing = [At(0, -49), At(100_000, -44), At(200_000, -41), At(400_000, -41), At(500_000, -44), At(600_000, -49)];
        var lingering = Enumerable.Range(1, 200).Select(i => At(1_700_001 + (i * 900_000L), -70));
        Assert.Equal(300_000, TimeOf([.. crossing, .. lingering]));
    }

    [Fact]
    public void Any_reads_give_what_fractions_give()
    {
        var random = Seed.NextRandom();
        var fits = 0;
        for (var run = 0; run < 3_000; run++)
        {
            var centre = random.Next(2_000_000);
            var reads = Enumerable.Range(0, random.Next(1, 14))
                .Select(_ => random.Next(2_500_000))
                .Select(time => At(time, (short)(random.Next(8) == 0 ? 0 : -40 - (Math.Abs(time - centre) / 40_000) - random.Next(6))))
                .Distinct()
                .OrderBy(read => read.TimeMicros)
                .ToArray();
            var expected = PassingOracle.FittedPeak([.. reads.Select(read => (read.TimeMicros, read.RssiDbm))]);
            if (expected is { } peak)
            {
                fits++;
                Assert.Equal(peak, TimeOf(reads));
            }
        }

        Assert.InRange(fits, 500, 3_000);
    }

    [Fact]
    public void It_is_nearer_to_the_truth_than_any_one_read()
    {
        // A chip under an antenna: the strength falls with the square of the time from the middle, with noise of 2 dB.
        var random = Seed.NextRandom();
        double fitted = 0, strongest = 0, first = 0;
        for (var run = 0; run < 500; run++)
        {
            const long Truth = 600_000;
            var phase = random.Next(60_000);
            var reads = Enumerable.Range(0, 16)
                .Select(i => phase + (i * 70_000L))
                .Select(time => At(time, (short)Math.Round(-45 - (25 * Math.Pow((time - Truth) / 500_000.0, 2)) + ((random.NextDouble() - 0.5) * 4))))
                .ToArray();
            fitted += Math.Abs(TimeOf(reads) - Truth);
            strongest += Math.Abs(TimeOf(reads, TimeRule.Strongest) - Truth);
            first += Math.Abs(TimeOf(reads, TimeRule.First) - Truth);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"mean error: fitted {fitted / 500:0} µs, strongest {strongest / 500:0} µs, first {first / 500:0} µs");
        Assert.True(fitted < strongest / 2, $"fitted {fitted / 500:0} µs, strongest {strongest / 500:0} µs");
    }

    private static Read At(long micros, short rssi) => new(micros, 0, rssi, 0);

    private static long TimeOf(Read[] reads, TimeRule rule = TimeRule.FittedPeak)
    {
        var passings = new PassingBuffer();
        new PassingCalculator().Compute(reads, [new DeviceTiming(DeviceRole.Main, DeviceClock.True)], Fitted with { TimeRule = rule }, passings);
        return passings.Passings[0].TimeMicros;
    }
}
