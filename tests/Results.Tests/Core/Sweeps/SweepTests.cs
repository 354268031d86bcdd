using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sweeps;

namespace RaceSystem.Results.Tests.Core.Sweeps;

public sealed class SweepTests
{
    private static RaceDefinition Race() => Field.Marathon() with
    {
        Visits = [.. Field.Marathon().Visits.Select(visit => visit.SplitId == "half" ? visit with { Cutoff = Elapsed.FromSeconds(9_000) } : visit)],
    };

    [Fact]
    public void Who_has_not_come_to_a_gate_that_closes_soon_is_listed_with_the_expected_arrival()
    {
        var race = new Field(Race()).Gun().Runner("1").Runner("2").Runner("3").Runner("4")
            .Passes("C1", "start", 100).Passes("C1", "10k", 4_100)
            .Passes("C2", "start", 50)
            .Passes("C3", "start", 50).Passes("C3", "10k", 3_000).Passes("C3", "half", 6_500)
            .Standings();

        Assert.Empty(Sweep.Of(race, Field.At(8_000), Elapsed.FromSeconds(900)));
        var swept = Sweep.Of(race, Field.At(8_100), Elapsed.FromSeconds(900));

        Assert.Equal(["1", "2"], swept.Select(runner => race.EntryOf(runner.Runner).Bib));
        Assert.Equal((2, 1, Field.At(9_000), Field.At(4_100), false), (swept[0].Gate, swept[0].LastVisit, swept[0].Closes!.Value, swept[0].LastCrossing, swept[0].IsOver));
        Assert.Equal(Field.At(4_100 + (0.4 * 11_098)), swept[0].Expected);
        Assert.Null(swept[1].Expected);
        Assert.All(Sweep.Of(race, Field.At(9_001), Elapsed.Zero), runner => Assert.True(runner.IsOver));
    }

    [Fact]
    public void Who_came_too_late_and_runs_on_stays_on_the_list_to_the_finish()
    {
        var field = new Field(Race()).Gun().Runner("1").Passes("C1", "10k", 4_000).Passes("C1", "half", 9_100).Passes("C1", "30k", 13_000);
        var race = field.Standings();
        Assert.Equal(ResultStatus.OverTimeLimit, race.StatusOf(0));

        var swept = Assert.Single(Sweep.Of(race, Field.At(13_100), Elapsed.Zero));

        Assert.Equal((4, true), (swept.Gate, swept.IsOver));
        Assert.Null(swept.Closes);
        Assert.Empty(Sweep.Of(field.Passes("C1", "finish", 18_000).Standings(), Field.At(18_100), Elapsed.Zero));
    }

    [Fact]
    public void A_runner_who_was_declared_out_is_nobody_to_sweep()
    {
        var field = new Field(Race()).Gun().Runner("1").Passes("C1", "10k", 4_000);
        field.Scoring.Declare(Field.RaceId, "1", ResultStatus.Dnf);

        Assert.Empty(Sweep.Of(field.Standings(), Field.At(10_000), Elapsed.Zero));
    }
}
