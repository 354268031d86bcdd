using RaceSystem.Results.Core.Plausibility;

namespace RaceSystem.Results.Tests.Core.Plausibility;

/// <summary>
/// Precision and recall on real races with cutters planted and reads taken away, from fixed seeds; the tables of
/// docs/plausibility.md. Everybody flagged who was not planted counts as wrong, also those whom the race itself makes suspect.
/// </summary>
public sealed class CutEvaluationTests
{
    private const double Threshold = CutSuspicion.DefaultThreshold;

    [Theory]
    [InlineData("boston_2015", "10k", 3_000, 8_000)]
    [InlineData("boston_2015", "half", 3_000, 8_000)]
    [InlineData("boston_2015", "30k", 3_000, 8_000)]
    [InlineData("boston_2015", "40k", 3_000, 8_000)]
    [InlineData("boston_2015", "30k", 3_000, 3_000)]
    [InlineData("chicago_2023", "10k", 3_000, 8_000)]
    [InlineData("chicago_2023", "half", 3_000, 8_000)]
    [InlineData("chicago_2023", "30k", 3_000, 8_000)]
    [InlineData("chicago_2023", "40k", 3_000, 8_000)]
    [InlineData("chicago_2023", "30k", 3_000, 3_000)]
    public void Cuts_of_three_kilometres_or_more_are_found_where_a_tenth_of_a_mats_reads_is_missing(string name, string mat, double leastM, double mostM)
    {
        var race = RecordedRace.Load(name).Copy();
        var planted = new PlantedCuts(race, seed: 1).Cut(CuttersOf(race), leastM, mostM).Lose(mat, 0.1);

        var (precision, recall, _) = Evaluate($"{name}, {leastM / 1_000}-{mostM / 1_000} km, 10 % of {mat}", race, planted);

        Assert.True(precision >= 0.95, $"precision {precision:0.000}");
        Assert.True(recall >= 0.9, $"recall {recall:0.000}");
    }

    [Theory]
    [InlineData("boston_2015")]
    [InlineData("chicago_2023")]
    public void Several_mats_that_miss_a_tenth_each_hide_hardly_anyone(string name)
    {
        var race = RecordedRace.Load(name).Copy();
        var planted = new PlantedCuts(race, seed: 2).Cut(CuttersOf(race), 3_000, 8_000).Lose("10k", 0.1).Lose("20k", 0.1).Lose("30k", 0.1).Lose("35k", 0.1);
        var four = Evaluate($"{name}, 3-8 km, 10 % of 10k, 20k, 30k and 35k", race, planted);
        var all = RecordedRace.Load(name).Copy();
        var lost = new PlantedCuts(all, seed: 3).Cut(CuttersOf(all), 3_000, 8_000);
        foreach (var mat in RecordedRace.Splits[..^1])
        {
            lost.Lose(mat, 0.1);
        }

        var every = Evaluate($"{name}, 3-8 km, 10 % of every mat", all, lost);

        Assert.True(four.Precision >= 0.95 && every.Precision >= 0.95);
        Assert.True(four.Recall >= 0.9 && every.Recall >= 0.85);
    }

    [Theory]
    [InlineData("boston_2015")]
    [InlineData("chicago_2023")]
    public void Bursts_and_mats_that_never_worked_make_no_suspects(string name)
    {
        var bursts = RecordedRace.Load(name).Copy();
        var planted = new PlantedCuts(bursts, seed: 4).Cut(CuttersOf(bursts), 3_000, 8_000).Burst("10k", 3, 10, 0.7).Burst("30k", 3, 10, 1).Burst("35k", 3, 5, 0.5);
        var burst = Evaluate($"{name}, 3-8 km, bursts of 5 and 10 minutes at 50, 70 and 100 %", bursts, planted);
        var dead = RecordedRace.Load(name).Copy();
        var without = Evaluate($"{name}, 3-8 km, 25k and 30k dead", dead, new PlantedCuts(dead, seed: 5).Cut(CuttersOf(dead), 3_000, 8_000).Lose("25k", 1).Lose("30k", 1));

        Assert.True(burst.Precision >= 0.95 && without.Precision >= 0.95);
        Assert.True(burst.Recall >= 0.9 && without.Recall >= 0.85);
    }

    [Theory]
    [InlineData("boston_2015")]
    [InlineData("chicago_2023")]
    public void Cuts_of_one_to_three_kilometres_are_found_more_often_than_not(string name)
    {
        var race = RecordedRace.Load(name).Copy();
        var planted = new PlantedCuts(race, seed: 6).Cut(CuttersOf(race), 1_000, 3_000).Lose("30k", 0.1);

        var (precision, recall, _) = Evaluate($"{name}, 1-3 km, 10 % of 30k", race, planted);

        Assert.True(precision >= 0.9 && recall >= 0.6);
    }

    [Theory]
    [InlineData("boston_2015")]
    [InlineData("chicago_2023")]
    public void Honest_runners_alone_raise_next_to_no_suspicion_whatever_the_mats_miss(string name)
    {
        var race = RecordedRace.Load(name).Copy();
        var untouched = Evaluate($"{name}, untouched", race, new PlantedCuts(race, seed: 0)).Flagged;
        var missing = RecordedRace.Load(name).Copy();
        var planted = new PlantedCuts(missing, seed: 7).Lose("5k", 0.1).Lose("15k", 0.3).Burst("25k", 5, 8, 1).Lose("35k", 0.1).Lose("40k", 0.05);
        var flagged = Evaluate($"{name}, no cutter, 5 to 30 % of four mats and bursts", missing, planted).Flagged;

        Assert.True(untouched <= race.Runners.Count / 2_000, $"{untouched} of {race.Runners.Count} in the race as it was");
        Assert.True(flagged <= untouched + 4, $"{flagged} with reads missing, {untouched} before");
    }

    // About one runner in 150: Mexico City disqualified one in five, Chicago's own mats suspect one in 4,000.
    private static int CuttersOf(RecordedRace race) => race.Runners.Count / 150;

    private static (double Precision, double Recall, int Flagged) Evaluate(string scenario, RecordedRace race, PlantedCuts planted)
    {
        var standings = race.Score();
        var flagged = RacePlausibility.Of(standings).Suspicions.Where(suspicion => suspicion.Probability >= Threshold).ToArray();
        var right = flagged.Count(suspicion => planted.Cutters.Contains(RecordedRace.IndexOf(standings, suspicion.Runner)));
        var precision = flagged.Length == 0 ? 1 : (double)right / flagged.Length;
        var recall = planted.Cutters.Count == 0 ? 1 : (double)right / planted.Cutters.Count;
        TestContext.Current.TestOutputHelper!.WriteLine($"| {scenario} | {planted.Cutters.Count} | {flagged.Length} | {right} | {precision:0.000} | {recall:0.000} |");
        return (precision, recall, flagged.Length);
    }
}
