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
        var passings = Compute(TwoSeconds, [0, -9_500_000], At(0), At(10_000_000, device: Backup));
        Assert.Equal(new Passing(0, 500_000, 2, 0), Assert.Single(passings));
    }

    [Fact]
    public void A_backup_gives_the_time_only_where_no_main_device_has_read()
    {
        Read[] reads = [At(0, -40, Backup), At(200_000, -60), At(400_000, -50, Backup), At(9_000_000, -45, Backup)];
        Assert.Equal(
            [new Passing(200_000, 400_000, 3, -40), new Passing(9_000_000, 0, 1, -45)],
            Compute(TwoSeconds with { TimeRule = TimeRule.Strongest }, [0, 0], reads));
    }

    [Fact]
    public void The_antenna_offset_moves_the_time_and_not_what_belongs_together()
    {
        // 2 m at 3.5 m/s are 571,428.57 µs.
        var shift = new AntennaOffset(2_000, 0).Shift();
        Assert.Equal(571_429, shift.Micros);
        Assert.Equal(-571_429, new AntennaOffset(-2_000, 0).Shift().Micros);
        Assert.Equal(400_000, new AntennaOffset(2_000, 5_000).Shift().Micros);
        Assert.Equal(
            [new Passing(571_429, 1_000_000, 2, 0), new Passing(3_571_429, 0, 1, 0)],
            Compute(TwoSeconds with { AntennaShift = shift }, At(0), At(1_000_000), At(3_000_000)));
    }

    [Fact]
    public void Passings_before_the_minimum_do_not_count_and_their_reads_start_no_others()
    {
        var rule = TwoSeconds with { TimeRule = TimeRule.Last, NotBeforeMicros = 5_000_000 };
        Assert.Equal(
            [new Passing(5_000_000, 1_000_000, 2, 0)],
            Compute(rule, At(0), At(1_000_000), At(4_000_000), At(5_000_000)));
        Assert.Empty(Compute(rule with { TimeRule = TimeRule.First }, At(4_000_000), At(5_000_000)));
    }

    [Fact]
    public void Held_reads_make_no_passings()
    {
        var passings = new PassingBuffer();
        DeviceTiming[] devices = [new(DeviceRole.Main, new DeviceClock(Elapsed.Zero, [], [new HeldRange("q", 0, 1_000)]))];
        new PassingCalculator().Compute([At(0), At(1_000), At(1_001)], devices, TwoSeconds, passings);
        Assert.Equal([new Passing(1_001, 0, 1, 0)], passings.Passings.ToArray());
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

    private const ushort Backup = 1;

    private static Read At(long micros, short rssi = 0, ushort device = 0) => new(micros, device, rssi, 0);

    private static Passing[] Compute(PassingRule rule, params Read[] reads) => Compute(rule, [0, 0], reads);

    private static Passing[] Compute(PassingRule rule, long[] offsets, params Read[] reads)
    {
        var passings = new PassingBuffer();
        var devices = offsets.Select((offset, i) => new DeviceTiming(i == Backup ? DeviceRole.Backup : DeviceRole.Main, new DeviceClock(new Elapsed(offset)))).ToArray();
        new PassingCalculator().Compute(reads, devices, rule, passings);
        return passings.Passings.ToArray();
    }
}
