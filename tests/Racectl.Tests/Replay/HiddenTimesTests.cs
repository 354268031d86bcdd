using RaceSystem.Kernel;
using RaceSystem.Racectl.Replay;
using RaceSystem.Testing;

namespace RaceSystem.Racectl.Tests.Replay;

public sealed class HiddenTimesTests
{
    [Fact]
    public void Rounding_up_gives_the_published_second()
    {
        var times = Field(Seed.NextRandom(), 5000, 40);
        var hidden = HiddenTimes.Assign(times);
        Assert.All(Enumerable.Range(0, times.Length), i => Assert.Equal(times[i]?.Seconds, hidden[i] is { } micros ? new Elapsed(micros).CeilingSeconds() : null));
    }

    [Fact]
    public void The_order_of_the_hidden_times_is_the_order_of_the_places_and_shared_places_share()
    {
        var times = Field(Seed.NextRandom(), 5000, 40);
        var hidden = HiddenTimes.Assign(times);
        var placed = Enumerable.Range(0, times.Length).Where(i => times[i]?.Place is not null).OrderBy(i => times[i]!.Value.Place).ToArray();
        foreach (var (before, after) in placed.Zip(placed.Skip(1)))
        {
            if (times[before]!.Value.Place == times[after]!.Value.Place)
            {
                Assert.Equal(hidden[before], hidden[after]);
            }
            else
            {
                Assert.True(hidden[before] < hidden[after], $"{times[before]} {hidden[before]} and {times[after]} {hidden[after]}");
            }
        }
    }

    [Fact]
    public void Hidden_times_stand_on_a_grid_of_ten_milliseconds_while_a_second_has_room()
    {
        var hidden = HiddenTimes.Assign([.. Enumerable.Range(1, 100).Select(place => (PublishedTime?)new PublishedTime(7200, place))]);
        Assert.All(hidden, micros => Assert.Equal(0, micros % HiddenTimes.GridMicros));
        Assert.Equal(100, hidden.Distinct().Count());
    }

    [Theory]
    [InlineData(101)]
    [InlineData(1000)]
    [InlineData(12_345)]
    public void A_crowded_second_gets_a_finer_grid(int runners)
    {
        var hidden = HiddenTimes.Assign([.. Enumerable.Range(1, runners).Select(place => (PublishedTime?)new PublishedTime(7200, place))]);
        Assert.Equal(hidden.Order(), hidden);
        Assert.Equal(runners, hidden.Distinct().Count());
        Assert.All(hidden, micros => Assert.Equal(7200, new Elapsed(micros!.Value).CeilingSeconds()));
    }

    [Fact]
    public void Runners_without_a_place_follow_in_the_order_of_the_file()
    {
        var hidden = HiddenTimes.Assign([new(100, null), new(100, 2), new(100, null), new(100, 1), null]);
        Assert.Equal([3, 1, 0, 2], Enumerable.Range(0, 4).OrderBy(i => hidden[i]));
        Assert.Equal(4, hidden.Take(4).Distinct().Count());
        Assert.Null(hidden[4]);
    }

    /// <summary>Published times by place, some shared, in the order of nothing.</summary>
    private static PublishedTime?[] Field(Random random, int runners, int runnersPerSecond)
    {
        var times = new PublishedTime?[runners];
        var (second, place) = (7000L, 1);
        for (var i = 0; i < runners; i++)
        {
            var shares = i > 0 && random.Next(10) == 0;
            second += !shares && random.Next(runnersPerSecond) == 0 ? random.Next(1, 4) : 0;
            place = shares ? place : i + 1;
            times[i] = random.Next(50) == 0 ? null : new PublishedTime(second, place);
        }

        random.Shuffle(times);
        return times;
    }
}
