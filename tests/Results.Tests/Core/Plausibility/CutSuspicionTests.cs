using RaceSystem.Results.Core.Plausibility;

namespace RaceSystem.Results.Tests.Core.Plausibility;

public sealed class CutSuspicionTests
{
    private const int Runners = 2_000;
    private const int Suspect = 700;
    private readonly RecordedRace _race = SyntheticMarathon.Of(Runners, seed: 20150420);

    [Fact]
    public void A_field_read_everywhere_is_not_suspect() => Assert.Empty(Suspects());

    [Fact]
    public void A_runner_who_skips_five_kilometres_is_suspected_with_the_evidence()
    {
        Skip(Suspect, 27_000, 32_000);

        var suspicion = Assert.Single(RacePlausibility.Of(_race.Score()).Suspicions, suspicion => suspicion.Probability > 0.9);

        Assert.Equal(("25k", "35k"), (RecordedRace.Splits[suspicion.FromVisit], RecordedRace.Splits[suspicion.ToVisit]));
        Assert.InRange(suspicion.SkippedM, 4_300, 5_700);
        Assert.InRange(5_000, suspicion.SkippedLowM, suspicion.SkippedHighM);
        Assert.True(suspicion.ToTime - suspicion.FromTime < suspicion.Expected);
        Assert.Equal(0, suspicion.FasterShare);
        var mat = Assert.Single(suspicion.MissedMats);
        Assert.Equal("30k", RecordedRace.Splits[mat.Visit]);
        Assert.Equal(mat.Others, mat.OthersRead);
        Assert.True(mat.MissProbability < 0.02);
    }

    [Fact]
    public void A_cut_between_two_mats_is_suspected_by_its_time_alone()
    {
        Skip(Suspect, 11_000, 14_000);

        Assert.Equal([Suspect], Suspects());
    }

    [Fact]
    public void A_missed_mat_without_a_gain_of_time_is_no_suspicion()
    {
        for (var mat = 0; mat < RecordedRace.Splits.Length - 1; mat++)
        {
            _race.Runners[Suspect + mat][mat] = double.NaN;
        }

        Assert.Empty(Suspects(0.02));
    }

    [Fact]
    public void A_chip_that_is_hardly_ever_read_is_no_suspicion()
    {
        foreach (var mat in new[] { 1, 2, 3, 5, 6, 8, 9 })
        {
            _race.Runners[Suspect][mat] = double.NaN;
        }

        Assert.Empty(Suspects(0.05));
    }

    [Fact]
    public void A_mat_that_fails_for_minutes_or_for_good_makes_no_suspects()
    {
        foreach (var times in _race.Runners)
        {
            times[3] = times[3] is > 4_000 and < 4_900 ? double.NaN : times[3];
            times[6] = double.NaN;
        }

        Assert.Empty(Suspects(0.05));
    }

    [Fact]
    public void A_cutter_is_found_where_the_mats_on_either_side_failed_for_others()
    {
        foreach (var times in _race.Runners)
        {
            times[3] = times[3] is > 4_000 and < 4_900 ? double.NaN : times[3];
        }

        Skip(Suspect, 27_000, 32_000);

        Assert.Equal([Suspect], Suspects());
    }

    [Fact]
    public void Walkers_wheelchairs_a_late_wave_and_a_runner_without_a_start_are_no_suspects()
    {
        var random = new Random(7);
        for (var i = 0; i < 10; i++)
        {
            _race.Runners[100 + i] = SyntheticMarathon.Runner(random, 0, 125 + i);
            _race.Runners[200 + i] = SyntheticMarathon.Runner(random, 650, 700 + (10 * i));
            _race.Runners[300 + i] = SyntheticMarathon.Runner(random, 5_400 + i, 330);
            _race.Runners[400 + i][0] = double.NaN;
            _race.Runners[400 + i][1] = double.NaN;
            _race.Runners[100 + i][1 + (i % 9)] = double.NaN;
            _race.Runners[200 + i][1 + (i % 9)] = double.NaN;
            _race.Runners[300 + i][1 + (i % 9)] = double.NaN;
        }

        Assert.Empty(Suspects(0.5));
    }

    [Fact]
    public void A_runner_who_stopped_for_long_is_no_suspect_on_the_legs_beside()
    {
        for (var mat = 5; mat < RecordedRace.Splits.Length; mat++)
        {
            _race.Runners[Suspect][mat] += 1_500;
        }

        _race.Runners[Suspect][6] = double.NaN;

        Assert.Empty(Suspects(0.05));
    }

    [Fact]
    public void A_wrong_time_at_one_mat_is_taken_for_that()
    {
        _race.Runners[Suspect][4] -= 700;

        Assert.Empty(Suspects(0.5));
    }

    [Fact]
    public void A_small_field_is_judged_with_care()
    {
        var few = new RecordedRace([.. _race.Runners.Take(12)]);
        few.Runners[4][3] = double.NaN;
        Assert.DoesNotContain(RacePlausibility.Of(few.Score()).Suspicions, suspicion => suspicion.Probability >= 0.1);

        new PlantedCuts(few, 1).Skip(5, 26_000, 36_000);
        Assert.Contains(RacePlausibility.Of(few.Score()).Suspicions, suspicion => RecordedRace.IndexOf(few.Score(), suspicion.Runner) == 5 && suspicion.Probability >= 0.5);
    }

    [Fact]
    public void A_race_that_is_empty_or_has_two_visits_has_no_suspects()
    {
        Assert.Empty(RacePlausibility.Of(new RecordedRace([]).Score()).Suspicions);
        var race = new Field(Field.Race(("start", "start", 0), ("finish", "finish", 5_000))).Gun().Runner("1").Passes("C1", "start", 1).Passes("C1", "finish", 1_500);
        Assert.Empty(RacePlausibility.Of(race.Standings()).Suspicions);
        Assert.Single(RacePlausibility.Of(race.Standings()).Minutes);
    }

    [Fact]
    public void The_same_records_give_the_same_probabilities()
    {
        new PlantedCuts(_race, 5).Cut(20, 1_000, 8_000).Lose("30k", 0.1);

        Assert.Equal(Text(), Text());

        string Text() => string.Join('\n', RacePlausibility.Of(_race.Score()).Suspicions.Select(suspicion => $"{suspicion.Runner} {suspicion.Probability:R} {suspicion.SkippedM} {suspicion.Expected}"));
    }

    private void Skip(int runner, double from, double to) => new PlantedCuts(_race, 0).Skip(runner, from, to);

    private int[] Suspects(double threshold = CutSuspicion.DefaultThreshold)
    {
        var standings = _race.Score();
        return [.. RacePlausibility.Of(standings).Suspicions.Where(suspicion => suspicion.Probability >= threshold).Select(suspicion => RecordedRace.IndexOf(standings, suspicion.Runner))];
    }
}
