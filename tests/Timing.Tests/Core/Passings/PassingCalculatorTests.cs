using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Passings;

public sealed class PassingCalculatorTests
{
    private static readonly PassingRule TwoSeconds = new(TimeRule.First, Elapsed.FromSeconds(2));

    [Fact]
    public void A_gap_of_exactly_the_dead_time_starts_a_new_passing()
    {
        var passings = Compute(TwoSeconds, At(0), At(1_999_999), At(3_999_999));
        Assert.Equal([new Passing(0, 1_999_999, 2, 0), new Passing(3_999_999, 0, 1, 0)], passings);
    }

    [Fact]
    public void A_chip_that_lingers_makes_one_passing_however_long()
    {
        var reads = Enumerable.Range(0, 1_000).Select(i => At(i * 1_500_000L)).ToArray();
        Assert.Equal(1_000, Assert.Single(Compute(TwoSeconds, reads)).ReadCount);
    }

    [Theory]
    [InlineData(TimeRule.First, 0)]
    [InlineData(TimeRule.Last, 900_000)]
    [InlineData(TimeRule.Strongest, 300_000)]
    public void The_rule_picks_the_time(TimeRule rule, long expected)
    {
        var passings = Compute(TwoSeconds with { TimeRule = rule }, At(0, -70), At(300_000, -55), At(600_000, -55), At(900_000));
        Assert.Equal(new Passing(expected, 900_000, 4, -55), Assert.Single(passings));
    }

    [Fact]
    public void A_clock_offset_moves_the_reads_of_its_device_and_may_join_two_passings()
    {
        var passings = Compute(TwoSeconds, [0, -9_500_000], At(0), At(10_000_000, device: 1));
        Assert.Equal(new Passing(0, 500_000, 2, 0), Assert.Single(passings));
    }

    [Fact]
    public void Of_thousands_of_passings_the_first_and_the_last_are_kept()
    {
        var reads = Enumerable.Range(0, 5_000).Select(i => At(i * 10_000_000L)).ToArray();
        var passings = Compute(TwoSeconds, reads);
        Assert.Equal(2 * PassingBuffer.HalfLimit, passings.Length);
        Assert.Equal(0, passings[0].TimeMicros);
        Assert.Equal(499 * 10_000_000L, passings[PassingBuffer.HalfLimit - 1].TimeMicros);
        Assert.Equal(4_500 * 10_000_000L, passings[PassingBuffer.HalfLimit].TimeMicros);
        Assert.Equal(4_999 * 10_000_000L, passings[^1].TimeMicros);
    }

    private static Read At(long micros, short rssi = 0, ushort device = 0) => new(micros, device, rssi, 0);

    private static Passing[] Compute(PassingRule rule, params Read[] reads) => Compute(rule, [0, 0], reads);

    private static Passing[] Compute(PassingRule rule, long[] offsets, params Read[] reads)
    {
        var passings = new PassingBuffer();
        var devices = offsets.Select(offset => new DeviceTiming(DeviceRole.Main, new DeviceClock(new Elapsed(offset)))).ToArray();
        new PassingCalculator().Compute(reads, devices, rule, passings);
        return passings.Passings.ToArray();
    }
}
