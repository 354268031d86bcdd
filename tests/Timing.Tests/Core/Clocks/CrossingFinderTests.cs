using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Clocks;

public sealed class CrossingFinderTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void Silence_ends_a_crossing_and_other_devices_are_passed_over()
    {
        var crossings = Find([At(1, -60), At(2, -50), At(3, -70), At(3, -10, device: 7), At(60, 0), At(61, 0)]);
        Assert.Equal(
            [new Crossing(1 * Second, 3 * Second, 2 * Second, 2 * Second, 3), new Crossing(60 * Second, 61 * Second, (long)(60.5 * Second), (long)(60.5 * Second), 2)],
            crossings);
    }

    [Fact]
    public void Who_lingers_at_the_line_did_not_cross_it_at_any_moment() =>
        Assert.Equal([new Crossing(100 * Second, 100 * Second, 100 * Second, 100 * Second, 1)], Find([.. Enumerable.Range(0, 30).Select(i => At(i)), At(100)]));

    [Fact]
    public void A_read_without_a_right_time_is_left_out()
    {
        var crossings = new List<Crossing>();
        CrossingFinder.Find([At(1), At(2)], 0, time => time == Second ? null : time + 5, 5 * Second, crossings);
        Assert.Equal((2 * Second) + 5, Assert.Single(crossings).MeanMicros);
    }

    [Fact]
    public void A_chip_that_lives_beside_the_mat_is_bounded() =>
        Assert.Equal(CrossingFinder.MostCrossings, Find([.. Enumerable.Range(0, 100).Select(i => At(i * 60))]).Count);

    private static Read At(long seconds, short rssi = 0, ushort device = 0) => new(seconds * Second, device, rssi, 1);

    private static List<Crossing> Find(Read[] reads)
    {
        var crossings = new List<Crossing>();
        CrossingFinder.Find(reads, 0, time => time, 5 * Second, crossings);
        return crossings;
    }
}
