using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>Mats that are crossed several times in a race, with reads missing and reads too many.</summary>
public sealed class SharedMatTests
{
    private static (string, string, long)[] Laps => [("start", "line", 0), ("lap1", "line", 10_000), ("lap2", "line", 20_000), ("lap3", "line", 30_000), ("finish", "line", 42_195)];

    private static (string, string, long)[] OutAndBack => [("start", "stadium", 0), ("10k", "bridge", 10_000), ("32k", "bridge", 32_195), ("finish", "stadium", 42_195)];

    private static (string, string, long)[] TenByTwo => [("start", "stadium", 0), ("turn", "turn", 2_500), ("lap", "stadium", 5_000), ("turn2", "turn", 7_500), ("finish", "stadium", 10_000)];

    [Theory]
    [InlineData("20 - 7000 10600 15100")]
    [InlineData("20 3400 - 10600 15100")]
    [InlineData("20 3400 7000 - 15100")]
    [InlineData("20 3400 - - 15100")]
    [InlineData("- 3400 7000 10600 15100")]
    public void A_missed_lap_read_leaves_the_finish_where_it_is(string crossings) => Assert.Equal(crossings, Run(Laps, "line", crossings));

    [Fact]
    public void Each_lap_that_is_missed_of_many_is_found()
    {
        var laps = Enumerable.Range(0, 13).Select(lap => (lap == 12 ? "finish" : $"lap{lap}", "line", lap * 2_000L)).ToArray();
        for (var missed = 0; missed < 12; missed++)
        {
            var crossings = string.Join(' ', Enumerable.Range(0, 13).Select(lap => lap == missed ? "-" : $"{15 + (lap * 600)}"));
            Assert.Equal(crossings, Run(laps, "line", crossings));
        }
    }

    /// <summary>Pace makes it clear: a leg of three times the usual one between legs of equal pace.</summary>
    [Theory]
    [InlineData(480)]
    [InlineData(600)]
    [InlineData(900)]
    public void Two_laps_missed_one_after_the_other_of_many_are_found(int seconds)
    {
        var laps = Enumerable.Range(0, 13).Select(lap => (lap == 12 ? "finish" : $"lap{lap}", "line", lap * 2_000L)).ToArray();
        for (var missed = 2; missed < 11; missed++)
        {
            var crossings = string.Join(' ', Enumerable.Range(0, 13).Select(lap => lap == missed || lap == missed + 1 ? "-" : $"{15 + (lap * seconds)}"));
            Assert.Equal(crossings, Run(laps, "line", crossings));
        }
    }

    [Fact]
    public void Leaving_over_the_finish_mat_is_no_lap_that_was_missed() =>
        Assert.Equal("20 3400 7000 - 15100", Run(Laps, "line", "20 3400 7000 - 15100 16500"));

    [Fact]
    public void Leaving_over_the_finish_mat_changes_nothing_for_a_complete_runner() =>
        Assert.Equal("20 3400 7000 10600 15100", Run(Laps, "line", "20 3400 7000 10600 15100 15160 16900 22000"));

    [Fact]
    public void Lingering_at_the_mat_is_one_lap() =>
        Assert.Equal("20 3400 7000 10600 15100", Run(Laps, "line", "20 3400 3440 3500 7000 7200 10600 15100 15110"));

    [Fact]
    public void A_runner_who_walks_from_a_lap_on_still_has_to_run_all_laps()
    {
        Assert.Equal("20 3400 9900 16600 -", Run(Laps, "line", "20 3400 9900 16600"));
        Assert.Equal("20 3400 9900 16600 24500", Run(Laps, "line", "20 3400 9900 16600 24500"));
    }

    [Fact]
    public void A_repeated_start_is_one_start() =>
        Assert.Equal("400 3900 7500 11100 15500", Run(Laps, "line", "-200 -30 12 40 400 3900 7500 11100 15500"));

    [Fact]
    public void A_bridge_that_was_missed_once_is_told_by_the_pace()
    {
        Assert.Equal("10 - 11000 14400", Run(OutAndBack, ("stadium", [10, 14_400]), ("bridge", [11_000])));
        Assert.Equal("10 3600 - 14400", Run(OutAndBack, ("stadium", [10, 14_400]), ("bridge", [3_600])));
    }

    [Fact]
    public void The_wrong_way_over_a_bridge_is_no_visit() =>
        Assert.Equal("10 3600 11000 14400", Run(OutAndBack, ("stadium", [10, 14_400]), ("bridge", [3_600, 4_100, 11_000])));

    [Fact]
    public void Start_lap_and_finish_in_one_stadium_are_told_apart()
    {
        Assert.Equal("30 780 1530 2280 3030", Run(TenByTwo, ("stadium", [-600, 30, 1_530, 3_030, 3_900]), ("turn", [780, 2_280])));
        Assert.Equal("30 780 - 2280 3030", Run(TenByTwo, ("stadium", [30, 3_030]), ("turn", [780, 2_280])));
        Assert.Equal("30 - 1530 2280 3030", Run(TenByTwo, ("stadium", [30, 1_530, 3_030]), ("turn", [2_280])));
        Assert.Equal("30 780 1530 - 3030", Run(TenByTwo, ("stadium", [30, 1_530, 3_030]), ("turn", [780])));
        Assert.Equal("- 780 1530 2280 3030", Run(TenByTwo, ("stadium", [1_530, 3_030]), ("turn", [780, 2_280])));
    }

    [Fact]
    public void A_slowest_pace_tells_a_missed_lap_where_likelihood_cannot()
    {
        var race = Field.Race(("start", "line", 0), ("lap", "line", 5_000), ("finish", "line", 10_000));
        var passings = new double[] { 5, 2_405 };

        Assert.Equal("5 2405 -", new Field(race).Gun().Runner("1").Passes("C1", "line", passings).Crossings());
        var limited = race with { Pace = new PaceLimits(Elapsed.FromSeconds(150), Elapsed.FromSeconds(420)) };
        Assert.Equal("5 - 2405", new Field(limited).Gun().Runner("1").Passes("C1", "line", passings).Crossings());
    }

    [Fact]
    public void A_leg_slower_than_its_limit_is_no_leg()
    {
        var race = Field.Marathon();
        race = race with { Visits = [.. race.Visits.Select(visit => visit.SplitId == "10k" ? visit with { Pace = new PaceLimits(Elapsed.FromSeconds(170), Elapsed.FromSeconds(400)) } : visit)] };

        Assert.Equal("10 - 5000 - 10500", new Field(race).Gun().Runner("1").Passes("C1", "start", 10).Passes("C1", "10k", 4_100).Passes("C1", "half", 5_000).Passes("C1", "finish", 10_500).Crossings());
        Assert.Equal("10 3900 6900 - 10500", new Field(race).Gun().Runner("1").Passes("C1", "start", 10).Passes("C1", "10k", 3_900).Passes("C1", "half", 6_900).Passes("C1", "finish", 10_500).Crossings());
    }

    private static string Run((string, string, long)[] course, string point, string seconds) =>
        Run(course, (point, [.. seconds.Split(' ').Where(second => second != "-").Select(second => double.Parse(second, provider: null))]));

    private static string Run((string, string, long)[] course, params (string Point, double[] Seconds)[] passings)
    {
        var field = new Field(Field.Race(course)).Gun().Runner("1");
        foreach (var (point, seconds) in passings)
        {
            field.Passes("C1", point, seconds);
        }

        return field.Crossings();
    }
}
