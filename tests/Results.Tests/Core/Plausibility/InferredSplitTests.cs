using RaceSystem.Results.Core.Plausibility;

namespace RaceSystem.Results.Tests.Core.Plausibility;

public sealed class InferredSplitTests
{
    private readonly RecordedRace _race = SyntheticMarathon.Of(2_000, seed: 42);

    [Theory]
    [InlineData("boston_2015")]
    [InlineData("chicago_2023")]
    public void Nine_in_ten_missed_splits_lie_in_their_interval(string name)
    {
        var recorded = RecordedRace.Load(name);
        foreach (var split in RecordedRace.Splits[..^1])
        {
            var race = recorded.Copy();
            new PlantedCuts(race, seed: 3).Lose(split, 0.1);

            var (count, inside, error) = Compare(recorded, race, Array.IndexOf(RecordedRace.Splits, split));

            TestContext.Current.TestOutputHelper!.WriteLine($"| {name}, {split} | {count} | {inside:0.000} | {error:0} s |");
            Assert.InRange(inside, 0.86, 0.94);
        }
    }

    [Fact]
    public void A_measured_split_is_never_inferred()
    {
        var standings = _race.Score();
        var plausibility = RacePlausibility.Of(standings);

        Assert.All(Enumerable.Range(0, standings.RunnerCount), runner => Assert.All(Enumerable.Range(0, 11), visit => Assert.Null(plausibility.SplitOf(runner, visit))));
    }

    [Fact]
    public void Nothing_is_inferred_after_the_last_measured_visit()
    {
        Array.Fill(_race.Runners[5], double.NaN, 6, 5);
        var standings = _race.Score();

        Assert.Null(RacePlausibility.Of(standings).SplitOf(standings.FindBib("6"), 6));
    }

    [Fact]
    public void A_split_is_not_inferred_where_the_runner_may_have_cut_the_course()
    {
        new PlantedCuts(_race, 0).Skip(5, 27_000, 32_000);
        _race.Runners[6][7] = double.NaN;
        var standings = _race.Score();
        var plausibility = RacePlausibility.Of(standings);

        Assert.Null(plausibility.SplitOf(standings.FindBib("6"), 7));
        Assert.NotNull(plausibility.SplitOf(standings.FindBib("7"), 7));
    }

    [Fact]
    public void Two_splits_missed_in_a_row_stay_in_order_between_the_measured_ones()
    {
        Array.Fill(_race.Runners[5], double.NaN, 3, 2);
        var standings = _race.Score();
        var plausibility = RacePlausibility.Of(standings);
        var runner = standings.FindBib("6");
        var (first, second) = (plausibility.SplitOf(runner, 3)!, plausibility.SplitOf(runner, 4)!);

        Assert.True(standings.Visits[2].CrossingOf(runner) < first.Low && first.Low < first.Time && first.Time < first.High);
        Assert.True(first.Time < second.Time && second.High < standings.Visits[5].CrossingOf(runner));
    }

    [Fact]
    public void A_missed_start_is_inferred_and_never_before_the_gun()
    {
        _race.Runners[0][0] = double.NaN;
        var standings = _race.Score();
        var runner = standings.FindBib("1");
        var start = RacePlausibility.Of(standings).SplitOf(runner, 0)!;

        Assert.True(start.Low >= standings.FirstGun);
        Assert.Null(standings.NetTimeOf(runner, 10));
    }

    [Fact]
    public void A_field_of_three_still_gets_an_interval()
    {
        var few = new RecordedRace([.. _race.Runners.Take(3)]);
        few.Runners[1][4] = double.NaN;
        var standings = few.Score();
        var split = RacePlausibility.Of(standings).SplitOf(standings.FindBib("2"), 4)!;

        Assert.True(split.High - split.Low > RaceSystem.Kernel.Elapsed.FromSeconds(20));
    }

    private static (int Count, double Inside, double Error) Compare(RecordedRace recorded, RecordedRace race, int visit)
    {
        var standings = race.Score();
        var plausibility = RacePlausibility.Of(standings);
        var (count, inside) = (0, 0);
        var errors = new List<double>();
        for (var runner = 0; runner < standings.RunnerCount; runner++)
        {
            var times = recorded.Runners[RecordedRace.IndexOf(standings, runner)];
            if (double.IsFinite(times[visit]) && plausibility.SplitOf(runner, visit) is { } split)
            {
                var truth = RecordedRace.At(times[visit]);
                count++;
                inside += truth >= split.Low && truth <= split.High ? 1 : 0;
                errors.Add(Math.Abs((truth - split.Time).Micros / 1e6));
            }
        }

        errors.Sort();
        return (count, (double)inside / count, errors[count / 2]);
    }
}
