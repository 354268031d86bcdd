using System.Globalization;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Anomalies;

/// <summary>One case of each kind, planted into a clean morning of three races; nothing else may be found.</summary>
public sealed class PlantedAnomaliesTests
{
    private readonly Morning _morning = new(Seed.Next());

    [Fact]
    public void A_clean_morning_has_no_anomaly() => Assert.Empty(_morning.Anomalies().Select(anomaly => anomaly.Summary));

    [Fact]
    public void A_chip_lost_on_the_course_belongs_to_nobody() =>
        Found(AnomalyKind.UnknownChip, [], morning => morning.Passes("LOST", "stadium", 30).Passes("LOST", "5k", 1_700));

    [Fact]
    public void One_chip_on_two_runners() =>
        Found(AnomalyKind.SharedChip, ["5", "6"], morning => morning.Change("6", entry => entry with { Chips = ["C6", "C5"] }), AnomalyKind.ChipsDisagree);

    [Fact]
    public void One_bib_on_two_runners() => Found(AnomalyKind.SharedBib, ["5"], morning => morning.Change("6", entry => entry with { Bib = "5" }));

    [Fact]
    public void Two_chips_that_travel_together() => Found(AnomalyKind.ChipsTogether, ["7", "8"], morning => morning.Follow("8", "7", 0.2));

    [Fact]
    public void Two_chips_of_one_runner_that_do_not() =>
        Found(AnomalyKind.ChipsDisagree, ["9"], morning => morning.Change("9", entry => entry with { Chips = ["C9", "D9"] }).Passes("D9", "5k", 4_000).Passes("D9", "10k", 7_900));

    [Fact]
    public void Bibs_swapped_between_two_races()
    {
        var anomaly = Found(AnomalyKind.SwappedBibs, ["10", "210"], morning =>
            morning.Change("10", entry => entry with { Club = "Arirang", Chips = ["C210"] }).Change("210", entry => entry with { Club = "Arirang", Chips = ["C10"] }));

        Assert.IsType<BibSwap>(anomaly.Suggestions[0].Decision);
    }

    [Fact]
    public void Bibs_swapped_inside_a_race_and_seen_by_people()
    {
        var one = _morning.TimeOf("11", "10k");
        var partner = Enumerable.Range(50, 40).Select(bib => bib.ToString(CultureInfo.InvariantCulture)).First(bib => Math.Abs(_morning.TimeOf(bib, "10k") - one) > 300);
        var other = _morning.TimeOf(partner, "10k");

        Found(AnomalyKind.SwappedBibs, ["11", partner], morning => morning.Noted("11", "10k", other + 1).Noted(partner, "10k", one - 1));
    }

    [Fact]
    public void A_half_marathoner_who_turned_with_the_ten_kilometres()
    {
        var anomaly = Found(AnomalyKind.WrongRace, ["12"], morning => morning.Forget("C12").Change("12", entry => entry with { Chips = ["C220"] }).Change("220", entry => entry with { Chips = [] }));

        Assert.Equal("ten", Assert.IsType<RaceMove>(anomaly.Suggestions[0].Decision).ToRaceId);
    }

    [Fact]
    public void A_ten_kilometre_runner_who_ran_the_half()
    {
        var anomaly = Found(AnomalyKind.WrongRace, ["221"], morning => morning.Forget("C221").Change("221", entry => entry with { Chips = ["C13"] }).Change("13", entry => entry with { Chips = [] }));

        Assert.Equal("half", Assert.IsType<RaceMove>(anomaly.Suggestions[0].Decision).ToRaceId);
    }

    [Fact]
    public void A_runner_of_the_first_wave_who_started_with_the_second() =>
        StartsWith("14", 1_830, "second");

    [Fact]
    public void A_runner_of_the_second_wave_who_started_with_the_first() => StartsWith("150", 25, "first");

    [Fact]
    public void An_early_starter()
    {
        var anomaly = Found(AnomalyKind.EarlyStart, ["15"], morning => morning.Shift("15", -900));

        Assert.InRange(((StartTime)anomaly.Suggestions[0].Decision).Time.Micros, Field.At(-895).Micros, Field.At(-775).Micros);
    }

    [Fact]
    public void A_late_starter() => Found(AnomalyKind.LateStart, ["160"], morning => morning.Shift("160", 3_000));

    [Fact]
    public void A_finish_without_a_start() => Found(AnomalyKind.FinishWithoutStart, ["230"], morning => morning.Passes("C230", "tenstart"));

    [Fact]
    public void A_leg_that_a_car_drove()
    {
        // Slow enough that half of the leg's time is still possible.
        var slow = Enumerable.Range(1, 99).Select(bib => bib.ToString(CultureInfo.InvariantCulture)).First(bib => LegOf(bib) > 1_600);

        _morning.ShiftFrom(slow, _morning.TimeOf(slow, "10k"), -LegOf(slow) / 2);

        // Whether that alone makes a cut likely depends on how evenly the field of this seed ran: it is one of the two, or both
        // where the mat before does not fit any more.
        var anomalies = _morning.Anomalies();
        Assert.NotEmpty(anomalies);
        Assert.All(anomalies, anomaly => Assert.Equal([slow], anomaly.Bibs));
        Assert.All(anomalies, anomaly => Assert.Contains(anomaly.Kind, new[] { AnomalyKind.ImpossibleLeg, AnomalyKind.CutSuspected }));
    }

    [Fact]
    public void A_reading_that_fits_nowhere() => Found(AnomalyKind.ImpossibleLeg, ["17"], morning => morning.Passes("C17", "10k", morning.TimeOf("17", "stadium") + 300));

    [Theory]
    [InlineData(ResultStatus.Dns)]
    [InlineData(ResultStatus.Dnf)]
    public void A_declared_status_that_the_finish_contradicts(ResultStatus status)
    {
        var anomaly = Found(AnomalyKind.StatusContradictsReads, ["18"], morning => morning.Declare("18", status));

        Assert.IsType<Reinstatement>(anomaly.Suggestions[0].Decision);
    }

    [Fact]
    public void A_withdrawn_runner_who_ran() => Found(AnomalyKind.WithdrawnButRead, ["19"], morning => morning.Change("19", entry => entry with { Withdrawn = true }));

    [Fact]
    public void A_wave_without_a_gun() => Found(AnomalyKind.MissingGun, [], morning => morning.NoGun("ten", "all"), AnomalyKind.FinishWithoutStart);

    [Fact]
    public void A_runner_without_age() => Found(AnomalyKind.MissingAge, ["20"], morning => morning.Change("20", entry => entry with { Age = 0 }));

    [Fact]
    public void A_runner_without_country() => Found(AnomalyKind.MissingCountry, ["20"], morning => morning.Change("20", entry => entry with { Country = "" }));

    [Fact]
    public void A_dismissed_anomaly_is_no_longer_open_and_open_again_when_the_dismissal_is_revoked()
    {
        var open = Found(AnomalyKind.MissingAge, ["20"], morning => morning.Change("20", entry => entry with { Age = 0 }));
        _morning.Decide(new Adjudication("a1", "half", "", new AnomalyDismissal(open.AnomalyId), Field.At(20_000)));

        var dismissed = Assert.Single(_morning.Anomalies());

        Assert.Equal((AnomalyState.Dismissed, "a1", open.AnomalyId), (dismissed.State, dismissed.AdjudicationId, dismissed.AnomalyId));
        _morning.Revoke("half", "a1");
        Assert.Equal(AnomalyState.Open, Assert.Single(_morning.Anomalies()).State);
    }

    [Fact]
    public void What_is_suggested_settles_what_was_found()
    {
        StartsWith("14", 1_830, "second");
        var anomaly = Assert.Single(_morning.Anomalies());
        _morning.Decide(new Adjudication("a1", anomaly.Suggestions[0].RaceId, anomaly.Suggestions[0].Bib, anomaly.Suggestions[0].Decision, Field.At(20_000)));

        Assert.DoesNotContain(_morning.Anomalies(), other => other.State == AnomalyState.Open);
    }

    private double LegOf(string bib) => _morning.TimeOf(bib, "10k") - _morning.TimeOf(bib, "5k");

    private void StartsWith(string bib, double seconds, string wave)
    {
        var anomaly = Found(AnomalyKind.AnotherWave, [bib], morning => morning.Shift(bib, seconds - morning.TimeOf(bib, "stadium")));

        Assert.Equal(wave, Assert.IsType<StartWithWave>(anomaly.Suggestions[0].Decision).WaveId);
    }

    /// <summary>Plants a case; it must be found, and nothing else but what follows from it.</summary>
    private Anomaly Found(AnomalyKind kind, string[] bibs, Action<Morning> plant, params AnomalyKind[] following)
    {
        plant(_morning);
        var anomalies = _morning.Anomalies();

        var text = string.Join('\n', anomalies.Select(anomaly => anomaly.Summary));
        Assert.True(anomalies.Count(anomaly => anomaly.Kind == kind) == 1, text);
        var found = anomalies.Single(anomaly => anomaly.Kind == kind);
        Assert.Equal(bibs, found.Bibs);
        Assert.True(anomalies.All(anomaly => anomaly == found || following.Contains(anomaly.Kind)), text);
        Assert.Matches("^[a-z-]+-[0-9a-f]{16}$", found.AnomalyId);
        return found;
    }
}
