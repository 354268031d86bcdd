using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Tests.Core.Scoring;

/// <summary>Corrections are records: whatever comes later is reflected in full.</summary>
public sealed class RecordsTests
{
    private static RaceDefinition Race => Field.Race(("start", "start", 0), ("5k", "5k", 5_000), ("finish", "finish", 10_000)) with { Profile = RuleProfile.NetWithGunFallback };

    private static Field Finished(params string[] bibs)
    {
        var field = new Field(Race).Gun();
        for (var i = 0; i < bibs.Length; i++)
        {
            field.Runner(bibs[i]).Passes("C" + bibs[i], "start", 1).Passes("C" + bibs[i], "5k", 1000 + i).Passes("C" + bibs[i], "finish", 2000 + i);
        }

        return field;
    }

    [Fact]
    public void A_chip_that_was_read_before_it_was_given_out_counts_from_then_on()
    {
        var field = Finished("1").Passes("LATE", "start", 5).Passes("LATE", "finish", 1990);
        Assert.Equal("1:1", field.Places());

        field.Runner("7", chips: "LATE");

        Assert.Equal("7:1 1:2", field.Places());
    }

    [Fact]
    public void A_chip_that_moves_to_another_runner_takes_its_passings_along()
    {
        var field = Finished("1", "2").Runner("3", chips: "NONE");
        Assert.Equal("1:1 2:2", field.Places());

        field.Runner("3", chips: "C1").Runner("1", chips: "NONE");

        Assert.Equal("3:1 2:2", field.Places());
        Assert.Equal(ResultStatus.Registered, field.Standings().StatusOf(0));
    }

    [Fact]
    public void Swapped_chips_swap_the_results_at_whatever_moment_one_looks()
    {
        var field = Finished("1", "2");
        field.Standings();
        field.Runner("1", chips: "C2");
        field.Standings();
        field.Runner("2", chips: "C1");

        Assert.Equal("2:1 1:2", field.Places());
    }

    [Fact]
    public void Passings_taken_back_take_the_result_back()
    {
        var field = Finished("1", "2");
        Assert.Equal("1:1 2:2", field.Places());

        field.Passes("C1", "finish");

        Assert.Equal("2:1", field.Places());
        Assert.Equal(ResultStatus.OnCourse, field.Standings().StatusOf(0));
    }

    [Fact]
    public void A_changed_course_aligns_everybody_anew()
    {
        var field = Finished("1");
        Assert.Equal("1 1000 2000", field.Crossings());

        field.Scoring.SetRace(Race with { Visits = [.. Race.Visits.Where(visit => visit.SplitId != "5k")] });

        Assert.Equal("1 2000", field.Crossings());
    }

    [Theory]
    [InlineData(ResultStatus.Dnf, 1)]
    [InlineData(ResultStatus.Dsq, 0)]
    [InlineData(ResultStatus.Dns, 0)]
    [InlineData(ResultStatus.NotClassified, 0)]
    public void A_declared_runner_has_no_place_and_only_dnf_keeps_the_splits(ResultStatus declared, int placeAtSplit)
    {
        var field = Finished("1", "2");
        field.Standings();

        field.Scoring.Declare(Field.RaceId, "1", declared);

        Assert.Equal("2:1", field.Places());
        var race = field.Standings();
        Assert.Equal(declared, race.StatusOf(0));
        Assert.Equal(placeAtSplit, race.Visits[1].PlacesOf(0).Overall);
        Assert.Equal(1 + placeAtSplit, race.Visits[1].PlacesOf(1).Overall);
    }

    [Fact]
    public void A_declaration_taken_back_leaves_no_trace()
    {
        var field = Finished("1", "2");
        field.Scoring.Declare(Field.RaceId, "1", ResultStatus.Dsq);
        field.Standings();

        field.Scoring.Declare(Field.RaceId, "1", ResultStatus.None);

        Assert.Equal("1:1 2:2", field.Places());
    }

    [Fact]
    public void A_declaration_for_a_bib_that_comes_later_waits_for_it()
    {
        var field = Finished("1");
        field.Scoring.Declare(Field.RaceId, "2", ResultStatus.Dns);
        field.Standings();

        field.Runner("2");

        Assert.Equal(ResultStatus.Dns, field.Standings().StatusOf(1));
    }

    [Fact]
    public void A_finish_after_the_limit_has_no_place_and_the_limit_counts_from_the_first_gun()
    {
        var race = Race with { TimeLimit = Elapsed.FromSeconds(2000), WaveIds = ["first", "second"] };
        var field = new Field(race).Gun().Gun(300, "second").Runner("1").Passes("C1", "5k", 1000).Passes("C1", "finish", 2000).Runner("2").Passes("C2", "5k", 1000).Passes("C2", "finish", 2000.001);

        Assert.Equal("1:1", field.Places());
        Assert.Equal(ResultStatus.OverTimeLimit, field.Standings().StatusOf(1));
        Assert.Equal(2, field.Standings().Visits[1].PlacesOf(1).Overall);
    }

    [Fact]
    public void A_runner_is_timed_from_the_gun_of_the_own_wave()
    {
        var field = new Field(Race with { WaveIds = ["first", "second"], Profile = RuleProfile.WorldAthletics }).Gun().Gun(300, "second");
        field.Scoring.SetEntry(Field.EntryOf("1") with { WaveId = "second" });
        field.Passes("C1", "finish", 2000);

        Assert.Equal(Elapsed.FromSeconds(1700), field.Standings().OfficialTimeOf(0, 2));
    }

    [Fact]
    public void A_withdrawn_entry_is_not_in_the_standings_and_comes_back_with_its_passings()
    {
        var field = Finished("1", "2");
        field.Standings();
        field.Scoring.SetEntry(Field.EntryOf("1") with { Withdrawn = true });
        Assert.Equal("2:1", field.Places());

        field.Scoring.SetEntry(Field.EntryOf("1"));

        Assert.Equal("1:1 2:2", field.Places());
    }

    [Fact]
    public void A_runner_who_changes_the_race_leaves_one_and_is_in_the_other()
    {
        var field = Finished("1", "2");
        field.Scoring.SetRace(Race with { RaceId = "other" });
        field.Standings();

        field.Scoring.SetEntry(Field.EntryOf("1") with { RaceId = "other" });

        Assert.Equal("2:1", field.Places());
        Assert.Equal(1, field.Scoring.Snapshot(default).Find("other")!.Visits[2].PlacesOf(0).Overall);
    }

    [Fact]
    public void Nothing_new_gives_the_same_snapshot_of_the_race()
    {
        var field = Finished("1");
        var before = field.Standings();

        field.Passes("C1", "finish", 2000).Passes("NOBODY", "finish", 2100);

        Assert.Same(before, field.Standings());
    }

    [Fact]
    public void An_unusable_course_scores_nobody_and_breaks_nothing()
    {
        var field = new Field(Field.Race(("start", "start", 100), ("finish", "finish", 50))).Gun().Runner("1").Passes("C1", "finish", 2000);

        var race = field.Standings();

        Assert.Empty(race.Visits);
        Assert.Equal(ResultStatus.Registered, race.StatusOf(0));
        Assert.True(race.Live.Order.IsEmpty);
    }
}
