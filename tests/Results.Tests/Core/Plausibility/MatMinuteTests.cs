using RaceSystem.Results.Core.Plausibility;

namespace RaceSystem.Results.Tests.Core.Plausibility;

public sealed class MatMinuteTests
{
    private const int FifteenK = 3;
    private readonly RecordedRace _race = SyntheticMarathon.Of(3_000, seed: 20231008);

    [Fact]
    public void A_mat_that_reads_everybody_never_failed()
    {
        Assert.All(RacePlausibility.Of(_race.Score()).Minutes, minute => Assert.True(minute.FailureProbability < 0.05 && minute.Read == minute.Expected));
    }

    [Fact]
    public void The_minutes_of_an_outage_are_told_and_no_others()
    {
        foreach (var times in _race.Runners)
        {
            times[FifteenK] = times[FifteenK] is >= 4_200 and < 4_800 ? double.NaN : times[FifteenK];
        }

        var minutes = RacePlausibility.Of(_race.Score()).Minutes;

        var failed = minutes.Where(minute => minute.FailureProbability > 0.5).ToArray();
        Assert.All(failed, minute => Assert.Equal(FifteenK, minute.Visit));
        Assert.InRange(failed.Length, 9, 12);
        Assert.InRange(failed.Min(minute => minute.Minute.Micros), RecordedRace.At(4_080).Micros, RecordedRace.At(4_260).Micros);
        Assert.InRange(failed.Max(minute => minute.Minute.Micros), RecordedRace.At(4_680).Micros, RecordedRace.At(4_860).Micros);
    }

    [Fact]
    public void A_mat_that_misses_a_few_all_day_long_did_not_fail()
    {
        new PlantedCuts(_race, 1).Lose("15k", 0.05);

        var minutes = RacePlausibility.Of(_race.Score()).Minutes.Where(minute => minute.Visit == FifteenK).ToArray();

        Assert.InRange(minutes.Sum(minute => minute.Expected - minute.Read), 100, 200);
        Assert.All(minutes, minute => Assert.True(minute.FailureProbability < 0.5));
    }

    [Fact]
    public void Cutters_are_no_witnesses_against_a_mat()
    {
        var planted = new PlantedCuts(_race, 1);
        for (var runner = 500; runner < 540; runner++)
        {
            planted.Skip(runner, 13_000, 18_000);
        }

        var minutes = RacePlausibility.Of(_race.Score()).Minutes.Where(minute => minute.Visit == FifteenK);

        Assert.All(minutes, minute => Assert.True(minute.FailureProbability < 0.5));
    }
}
