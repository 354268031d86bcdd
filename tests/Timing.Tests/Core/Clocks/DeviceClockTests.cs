using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Tests.Core.Meets;

namespace RaceSystem.Timing.Tests.Core.Clocks;

public sealed class DeviceClockTests
{
    [Fact]
    public void Corrections_hold_from_their_first_time_up_to_and_without_their_last_and_add_up()
    {
        var clock = new DeviceClock(new Elapsed(5), [new("a", 100, 200, 1_000, 0, 0), new("b", 150, long.MaxValue, 20_000, 0, 0)], []);
        Assert.Equal([104, 1_105, 1_154, 21_155, 21_204, 20_205], new long[] { 99, 100, 149, 150, 199, 200 }.Select(clock.Correct));
    }

    [Theory]
    [InlineData(20_000, 1_000_000_000, 20_000)]
    [InlineData(1, 500_000_000, 1)]
    [InlineData(1, 499_999_999, 0)]
    [InlineData(-1, 500_000_000, 0)]
    [InlineData(-1, 500_000_001, -1)]
    [InlineData(3, 500_000_000, 2)]
    [InlineData(1_000_000, 1_800_000_000_000_000, 1_800_000_000_000)]
    public void Drift_is_exact_to_the_nearest_microsecond_a_half_upwards(long driftPpb, long since, long expected) =>
        Assert.Equal(expected, new ClockCorrection("c", long.MinValue, long.MaxValue, 0, 0, driftPpb).At(since));

    [Fact]
    public void Any_clock_gives_what_decimals_give()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 5_000; i++)
        {
            var device = RandomMeet.DeviceOf(random);
            var time = 1_700_000_000_000_000 + random.NextInt64(-20_000_000, 20_000_000);
            Assert.Equal(PassingOracle.TrueTime(time, device), device.Clock.Correct(time));
        }
    }

    [Fact]
    public void A_held_range_holds_both_of_its_ends_and_is_named()
    {
        var clock = new DeviceClock(Elapsed.Zero, [], [new("q", 100, 200)]);
        Assert.Equal([false, true, true, false], new long[] { 99, 100, 200, 201 }.Select(clock.IsHeld));
        Assert.Equal("q", clock.HeldBy(150)?.QuarantineId);
    }

    [Fact]
    public void Clocks_that_say_the_same_are_equal_in_whatever_order_it_was_said()
    {
        ClockCorrection[] corrections = [new("a", 0, 1, 2, 3, 4), new("b", 0, 1, 2, 3, 4)];
        Assert.Equal(new DeviceClock(new Elapsed(1), corrections, []), new DeviceClock(new Elapsed(1), [.. corrections.Reverse()], []));
        Assert.NotEqual(new DeviceClock(new Elapsed(1), corrections, []), new DeviceClock(new Elapsed(1), corrections[..1], []));
        Assert.True(DeviceClock.True.IsConstant);
    }
}
