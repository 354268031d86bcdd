using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Live.Prediction;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Live;

public sealed class RacePredictionsTests(ITestOutputHelper output)
{
    private static readonly (string Point, long Metres)[] Course = [("10k", 10_000), ("half", 21_098), ("30k", 30_000), ("finish", 42_195)];

    [Fact]
    public void A_steady_runner_is_expected_a_little_later_than_at_constant_pace_and_one_who_fades_later_still()
    {
        var race = new Field(Field.Marathon()).Gun().Runner("1").Runner("2")
            .Passes("C1", "start", 0).Passes("C1", "10k", 3_300).Passes("C1", "half", 6_962)
            .Passes("C2", "start", 0).Passes("C2", "10k", 3_100).Passes("C2", "half", 6_962)
            .Standings();

        var (steady, fading) = (FinishOf(race, "1"), FinishOf(race, "2"));

        Assert.InRange(steady.Expected, 13_924, 15_500);
        Assert.True(fading.Expected > steady.Expected + 200, $"{fading} after {steady}");
        Assert.All(new[] { steady, fading }, time => Assert.True(time.Low < time.Expected && time.Expected < time.High));
        Assert.True(fading.High - fading.Low > steady.High - steady.Low);
    }

    [Fact]
    public void Nobody_is_predicted_who_has_only_started_has_finished_is_out_or_ran_as_nobody_runs()
    {
        var field = new Field(Field.Marathon()).Gun();
        foreach (var bib in (string[])["1", "2", "3", "4", "5"])
        {
            field.Runner(bib).Passes("C" + bib, "start", 0);
        }

        field.Passes("C2", "half", 6_000).Passes("C2", "finish", 12_000).Passes("C3", "10k", 3_000).Passes("C4", "10k", 21_000).Passes("C5", "10k", 3_000);
        field.Scoring.Declare(Field.RaceId, "3", RaceSystem.Results.Core.Scoring.ResultStatus.Dnf);
        var race = field.Standings();

        Assert.Equal(["5"], RacePredictions.Of(race).All.Select(prediction => race.EntryOf(prediction.Runner).Bib));
    }

    /// <summary>The field fades by far more than the prior knows; runners of like pace who come later are predicted by it.</summary>
    [Fact]
    public void The_field_of_the_day_draws_predictions_towards_itself()
    {
        var alone = Late(0);
        var few = Late(20);
        var many = Late(600);

        output.WriteLine($"{alone} {few} {many}");
        Assert.True(alone.Expected < few.Expected && few.Expected < many.Expected);
        Assert.InRange(many.Expected, 20_000 + (1.35 * 7_000) - 300, 20_000 + (1.35 * 7_000) + 300);
        Assert.True(many.High - many.Low < alone.High - alone.Low);
    }

    [Fact]
    public void A_runner_whom_the_mat_has_not_seen_comes_later_than_it_last_saw_anybody_and_is_overdue_in_the_end()
    {
        (double Low, double Expected, double High, bool IsOverdue) With(double latest)
        {
            var race = new Field(Field.Marathon()).Gun().Runner("1").Runner("2")
                .Passes("C1", "10k", 3_300).Passes("C1", "half", 6_962)
                .Passes("C2", "half", 6_962).Passes("C2", "finish", latest)
                .Standings();
            var finish = RacePredictions.Of(race).Of(race.FindBib("1"))!.Value.Finish;
            return (Second(finish.Low), Second(finish.Expected), Second(finish.High), finish.IsOverdue);
        }

        var before = With(11_000);
        var now = With(15_500);
        var late = With(26_000);

        Assert.True(before.Low < 15_500 && now.Low > 15_500 && now.Expected > before.Expected && now.High > before.High);
        Assert.Equal((false, false, true), (before.IsOverdue, now.IsOverdue, late.IsOverdue));
    }

    [Fact]
    public void Official_times_count_as_the_race_counts_them_with_penalties()
    {
        var field = new Field(Field.Marathon() with { Profile = RuleProfile.Net }).Gun().Runner("1").Passes("C1", "start", 100).Passes("C1", "half", 7_000);
        var before = field.Standings();
        field.Scoring.SetAdjudication(Field.RaceId, "a", new Adjudication("a", Field.RaceId, "1", new Penalty(Elapsed.FromSeconds(60), ""), default));
        var after = field.Standings();

        Elapsed? Official(RaceStandings race) => RacePredictions.Of(race).OfficialTimeOf(0, 4, Field.At(14_100));

        Assert.Equal(Elapsed.FromSeconds(14_000), Official(before));
        Assert.Equal(Elapsed.FromSeconds(14_060), Official(after));
        Assert.Equal(RacePredictions.Of(before).Of(0), RacePredictions.Of(after).Of(0));
    }

    [Fact]
    public void Every_course_is_predicted_in_order_whatever_its_length_and_splits()
    {
        var random = Seed.NextRandom();
        for (var round = 0; round < 300; round++)
        {
            long metres = 0;
            var visits = Enumerable.Range(0, random.Next(2, 9)).Select(i => ($"v{i}", $"v{i}", i == 0 ? 0L : metres += random.Next(200, 15_000))).ToArray();
            var field = new Field(Field.Race(visits)).Gun().Runner("1");
            var (pace, seconds, to) = (0.17 + (random.NextDouble() * 0.6), 0.0, random.Next(1, visits.Length));
            for (var visit = 0; visit < to; visit++)
            {
                seconds += visit == 0 ? 0 : (visits[visit].Item3 - visits[visit - 1].Item3) * pace * (0.8 + (random.NextDouble() * 0.6));
                field.Passes("C1", $"v{visit}", seconds);
            }

            var race = field.Standings();
            foreach (var expected in RacePredictions.Of(race).All.SelectMany(prediction => new[] { prediction.Next, prediction.Finish }))
            {
                Assert.True(Second(expected.Low) > seconds && expected.Low <= expected.Expected && expected.Expected <= expected.High, $"{expected} after {seconds}");
                Assert.InRange(Second(expected.Expected) - seconds, 0, (visits[^1].Item3 * pace * 3) + 1);
            }
        }
    }

    [Fact]
    public void Records_in_another_order_give_the_same_predictions()
    {
        var random = Seed.NextRandom();
        var passings = Enumerable.Range(1, 300).SelectMany(bib => Splits(bib, random.Next(1, 6), 0.2 + (random.NextDouble() * 0.2))).ToArray();

        var first = Predicted(passings);
        random.Shuffle(passings);

        Assert.NotEmpty(first);
        Assert.Equal(first, Predicted(passings));
    }

    private static (double Low, double Expected, double High) Late(int others)
    {
        var field = new Field(Field.Marathon()).Gun().Runner("late").Passes("Clate", "start", 13_000).Passes("Clate", "half", 20_000);
        for (var i = 0; i < others; i++)
        {
            var seconds = 6_700 + (i % 600);
            field.Runner($"{i}").Passes($"C{i}", "start", 0).Passes($"C{i}", "half", seconds).Passes($"C{i}", "finish", seconds * (2.3 + (i % 11 * 0.01)));
        }

        return FinishOf(field.Standings(), "late");
    }

    private static IEnumerable<(string Chip, string Point, double Seconds)> Splits(int bib, int count, double pace) =>
        Course.Select(mat => ($"C{bib}", mat.Point, mat.Metres * pace)).Prepend(($"C{bib}", "start", 1)).Take(count);

    private static List<RunnerPrediction> Predicted(IEnumerable<(string Chip, string Point, double Seconds)> passings)
    {
        var field = new Field(Field.Marathon()).Gun();
        foreach (var bib in Enumerable.Range(1, 300))
        {
            field.Runner($"{bib}");
        }

        foreach (var (chip, point, seconds) in passings)
        {
            field.Passes(chip, point, seconds);
        }

        return [.. RacePredictions.Of(field.Standings()).All];
    }

    private static (double Low, double Expected, double High) FinishOf(RaceStandings race, string bib)
    {
        var finish = RacePredictions.Of(race).Of(race.FindBib(bib))!.Value.Finish;
        return (Second(finish.Low), Second(finish.Expected), Second(finish.High));
    }

    private static double Second(Instant instant) => (instant - Field.NineOClock).Micros / 1e6;
}
