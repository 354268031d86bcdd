using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Tests.Core.Awards;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.AgeGrading;

public sealed class AgeGradeStandingsTests
{
    private const int Races = 2_000;

    [Fact]
    public void Places_are_one_more_than_the_number_of_better_grades()
    {
        var seed = Seed.Next();
        var graded = 0;
        for (var i = 0; i < Races; i++)
        {
            var race = new RandomField(new Random(unchecked(seed + i))).Standings();
            var standings = AgeGradeStandings.Of(race);
            var tables = AgeGradeTables.Find(2020)!;
            var runners = NaiveRunner.Of(race)
                .Select(runner => (Runner: runner, Standard: runner.IsSeparate ? null : tables.StandardOf(runner.Entry.Sex, runner.Entry.Age, 10_000)))
                .Where(runner => runner.Standard is not null)
                .Select(runner => (runner.Runner, Ratio: runner.Standard!.Value.OpenSeconds / (runner.Standard.Value.Factor * runner.Runner.Time(AwardBasis.Ranking).Micros)))
                .ToList();
            foreach (var (runner, ratio) in runners)
            {
                var better = runners.Where(other => other.Ratio > ratio || (other.Ratio == ratio && race.Race.Ties == TieRule.ByHiddenTime && other.Runner.Position < runner.Position)).ToList();
                var expected = (1 + better.Count, 1 + better.Count(other => other.Runner.Entry.Sex == runner.Entry.Sex));
                var actual = standings.PlacesOf(runner.Number);
                Assert.True(expected == (actual.Overall, actual.BySex), $"race {i} of seed {seed}, runner {runner.Number}: expected {expected}, was {actual}");
                Assert.Equal((int)Math.Round(ratio * 10_000_000_000m, MidpointRounding.AwayFromZero), standings.GradeOf(runner.Number)!.Value.Hundredths);
            }

            Assert.Equal(runners.Count, standings.Order.Length);
            graded += runners.Count;
        }

        Assert.True(graded > Races, $"only {graded} graded: the random races are too poor");
    }
}
