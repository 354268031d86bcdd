using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using Xunit;

namespace RaceSystem.Results.Tests.Core.Adjudications;

/// <summary>What each kind of decision does to one runner, and that taking it back undoes it.</summary>
public sealed class DecisionTests
{
    private readonly Field _field = new Field(Field.Marathon()).Gun()
        .Runner("1").Passes("C1", "start", 10).Passes("C1", "half", 4_000).Passes("C1", "finish", 8_000)
        .Runner("2").Passes("C2", "start", 20).Passes("C2", "half", 4_100).Passes("C2", "finish", 8_100)
        .Runner("3").Passes("C3", "start", 30).Passes("C3", "half", 4_200).Passes("C3", "finish", 8_200);

    [Fact]
    public void A_disqualified_runner_has_no_place_and_no_time_until_it_is_revoked()
    {
        Decide("a", "1", new Disqualification("TR 6.3"));
        Assert.Equal("2:1 3:2", _field.Places());
        Assert.Equal(ResultStatus.Dsq, _field.Standings().StatusOf(0));
        Assert.Null(_field.Standings().OfficialTimeOf(0, 4));
        Assert.Equal("TR 6.3", Assert.IsType<Disqualification>(Assert.Single(_field.Standings().AdjudicationsOf(0)).Decision).RuleNumber);

        _field.Scoring.SetAdjudication(Field.RaceId, "a", null);
        Assert.Equal("1:1 2:2 3:3", _field.Places());
        Assert.Empty(_field.Standings().AdjudicationsOf(0));
    }

    [Fact]
    public void A_reinstatement_undoes_what_was_decided_before_it_and_what_was_declared()
    {
        _field.Scoring.Declare(Field.RaceId, "2", ResultStatus.Dnf);
        Decide("a", "1", new Disqualification("TR 6.3"), 1);
        Decide("b", "1", new Reinstatement(), 2);
        Decide("b2", "2", new Reinstatement(), 2);
        Assert.Equal("1:1 2:2 3:3", _field.Places());

        Decide("c", "1", new NotClassification(), 3);
        Assert.Equal("2:1 3:2", _field.Places());
        Assert.Equal(ResultStatus.NotClassified, _field.Standings().StatusOf(0));
    }

    [Fact]
    public void Penalties_add_up_at_the_finish_alone()
    {
        Decide("a", "1", new Penalty(Elapsed.FromSeconds(60), "12.4"));
        Decide("b", "1", new Penalty(Elapsed.FromSeconds(60), "12.4"));
        Assert.Equal("2:1 1:2 3:3", _field.Places());
        Assert.Equal(Elapsed.FromSeconds(8_120), _field.Standings().OfficialTimeOf(0, 4));
        Assert.Equal(Elapsed.FromSeconds(4_000), _field.Standings().OfficialTimeOf(0, 2));
        Assert.Equal(Elapsed.FromSeconds(8_110), _field.Standings().NetTimeOf(0, 4));
    }

    [Fact]
    public void An_adjustment_counts_from_its_split_on()
    {
        Decide("a", "3", new TimeAdjustment(Elapsed.FromSeconds(-250), "half"));
        var race = _field.Standings();
        Assert.Equal(Elapsed.FromSeconds(3_950), race.OfficialTimeOf(2, 2));
        Assert.Equal(1, race.Visits[2].PlacesOf(2).Overall);
        Assert.Equal("3:1 1:2 2:3", _field.Places());

        Decide("a", "3", new TimeAdjustment(Elapsed.FromSeconds(-150), ""));
        Assert.Equal("1:1 3:2 2:3", _field.Places());
        Assert.Equal(Elapsed.FromSeconds(4_200), _field.Standings().OfficialTimeOf(2, 2));
    }

    [Fact]
    public void A_crossing_is_set_or_taken_away_and_the_latest_decision_on_it_counts()
    {
        Decide("a", "1", new CrossingOverride("finish", Field.At(8_300)), 1);
        Assert.Equal("2:1 3:2 1:3", _field.Places());
        Decide("b", "1", new CrossingOverride("finish", null), 2);
        Assert.Equal("2:1 3:2", _field.Places());
        Assert.Equal(ResultStatus.OnCourse, _field.Standings().StatusOf(0));
        Decide("c", "1", new CrossingOverride("finish", Field.At(8_050)), 0);
        Assert.Equal("2:1 3:2", _field.Places());
    }

    [Fact]
    public void A_decided_start_replaces_gun_and_start_line()
    {
        Decide("a", "2", new StartOffset(Elapsed.FromSeconds(600)));
        Assert.Equal("2:1 1:2 3:3", _field.Places());
        Assert.Equal(Elapsed.FromSeconds(7_500), _field.Standings().OfficialTimeOf(1, 4));
        Assert.Equal(Elapsed.FromSeconds(7_500), _field.Standings().NetTimeOf(1, 4));
        Assert.Equal(Field.At(600), _field.Standings().GunOf(1));

        Decide("b", "2", new StartTime(Field.At(-300)), 2);
        Assert.Equal(Elapsed.FromSeconds(8_400), _field.Standings().OfficialTimeOf(1, 4));
    }

    [Fact]
    public void A_runner_who_started_with_another_wave_is_timed_by_its_gun()
    {
        _field.Gun(900, "second");
        Decide("a", "3", new StartWithWave("second"));
        Assert.Equal("3:1 1:2 2:3", _field.Places());
        Assert.Equal(Field.At(900), _field.Standings().GunOf(2));
        Assert.Equal("second", _field.Standings().EntryOf(2).WaveId);
        _field.Scoring.SetAdjudication(Field.RaceId, "a", null);
        Assert.Equal("1:1 2:2 3:3", _field.Places());
    }

    [Fact]
    public void Time_given_back_counts_for_the_limit_and_a_penalty_does_not()
    {
        _field.Scoring.SetRace(Field.Marathon() with { TimeLimit = Elapsed.FromSeconds(8_150) });
        Assert.Equal("1:1 2:2", _field.Places());
        Decide("a", "3", new TimeAdjustment(Elapsed.FromSeconds(-60), ""));
        Decide("b", "2", new Penalty(Elapsed.FromSeconds(100), ""));
        Assert.Equal("1:1 3:2 2:3", _field.Places());
    }

    [Fact]
    public void Swapped_bibs_exchange_chips_and_what_was_written_down_under_them()
    {
        _field.Scoring.SetEntry(Field.EntryOf("4") with { Chips = [] });
        _field.Noted("4", "finish", (9_000, 5, false));
        Assert.Equal("1:1 2:2 3:3 4:4", _field.Places());
        Decide("a", "1", new BibSwap("4"));
        Assert.Equal("4:1 2:2 3:3 1:4", _field.Places());
        _field.Noted("4", "finish", (8_150, 5, false));
        Assert.Equal("4:1 2:2 1:3 3:4", _field.Places());
        Assert.Single(_field.Standings().AdjudicationsOf(3));

        // Decided by a second judge too: still one swap.
        Decide("b", "4", new BibSwap("1"));
        Assert.Equal("4:1 2:2 1:3 3:4", _field.Places());
    }

    [Fact]
    public void A_chip_counts_for_whom_the_latest_decision_says_and_for_nobody_else()
    {
        Decide("a", "2", new ChipDecision("C1", true), 1);
        Assert.Equal("2:1 3:2", _field.Places());
        Decide("b", "2", new ChipDecision("C1", false), 2);
        Assert.Equal("1:1 2:2 3:3", _field.Places());
        Decide("c", "1", new ChipDecision("C1", false), 3);
        Assert.Equal("2:1 3:2", _field.Places());
    }

    [Fact]
    public void A_moved_runner_is_ranked_in_the_other_race_and_takes_decisions_and_declarations_along()
    {
        var ten = new RaceDefinition { RaceId = "ten", Visits = [new("start", "s", "start", 0), new("finish", "f", "half", 10_000)], WaveIds = ["w"] };
        _field.Scoring.SetRace(ten);
        _field.Scoring.SetGun("ten", "w", Field.At(0));
        Decide("a", "2", new RaceMove("ten", ""));
        Assert.Equal("1:1 3:2", _field.Places());
        var moved = Ten();
        Assert.Equal("2", moved.EntryOf(0).Bib);
        Assert.Equal(Field.RaceId, moved.EntryOf(0).EnteredRaceId);
        Assert.Equal(Elapsed.FromSeconds(4_100), moved.OfficialTimeOf(0, 1));

        Decide("b", "2", new Penalty(Elapsed.FromSeconds(5), ""));
        Assert.Equal(Elapsed.FromSeconds(4_105), Ten().OfficialTimeOf(0, 1));
        _field.Scoring.Declare(Field.RaceId, "2", ResultStatus.Dnf);
        Assert.Equal(ResultStatus.Dnf, Ten().StatusOf(0));
    }

    [Fact]
    public void Judges_order_runners_shown_equal_and_nobody_else()
    {
        var field = new Field(Field.Marathon() with { Ties = TieRule.SharedByOfficialTime }).Gun();
        foreach (var (bib, finish) in new[] { ("1", 8_000.2), ("2", 8_000.4), ("3", 8_000.6), ("4", 8_000.8), ("5", 8_001.5) })
        {
            field.Runner(bib).Passes("C" + bib, "finish", finish);
        }

        Assert.Equal("1:1 2:1 3:1 4:1 5:5", field.Places());
        field.Scoring.SetAdjudication(Field.RaceId, "photo", new("photo", Field.RaceId, "", new FinishOrder(["5", "2", "1", "9"]), Field.At(9_000)));
        Assert.Equal("2:1 1:2 3:3 4:3 5:5", field.Places());
        field.Scoring.SetAdjudication(Field.RaceId, "again", new("again", Field.RaceId, "", new FinishOrder(["4", "3", "2", "1"]), Field.At(9_001)));
        Assert.Equal("4:1 3:2 2:3 1:4 5:5", field.Places());
        field.Passes("C3", "finish", 8_100);
        Assert.Equal("4:1 2:2 1:3 5:4 3:5", field.Places());
        field.Scoring.SetAdjudication(Field.RaceId, "again", null);
        field.Scoring.SetAdjudication(Field.RaceId, "photo", null);
        Assert.Equal("1:1 2:1 4:1 5:4 3:5", field.Places());
    }

    private Results.Core.Standings.RaceStandings Ten()
    {
        _field.Scoring.Rescore();
        return _field.Scoring.Snapshot(default).Find("ten")!;
    }

    private void Decide(string id, string bib, Decision decision, double seconds = 0) =>
        _field.Scoring.SetAdjudication(Field.RaceId, id, new Adjudication(id, Field.RaceId, bib, decision, Field.At(10_000 + seconds)));
}
