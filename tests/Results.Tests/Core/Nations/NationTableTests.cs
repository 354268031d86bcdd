using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Tests.Core.Awards;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Nations;

public sealed class NationTableTests
{
    private const int Races = 2_000;

    [Fact]
    public void Nations_are_counted_one_runner_after_the_other()
    {
        var seed = Seed.Next();
        for (var i = 0; i < Races; i++)
        {
            var race = new RandomField(new Random(unchecked(seed + i))).Standings();
            var nations = NationTable.Of(race).Nations;
            foreach (var nation in nations)
            {
                var runners = Enumerable.Range(0, race.RunnerCount).Where(runner => race.EntryOf(runner).Country == nation.Country).ToList();
                var finishers = NaiveRunner.Of(race).Where(runner => runner.Entry.Country == nation.Country).ToList();
                var expected = new NationStanding(nation.Country, runners.Count, runners.Count(runner => race.LastVisitOf(runner) >= 0), finishers.Count)
                {
                    Firsts = finishers.Count(runner => race.Visits[^1].PlacesOf(runner.Number).BySex == 1),
                    Seconds = finishers.Count(runner => race.Visits[^1].PlacesOf(runner.Number).BySex == 2),
                    Thirds = finishers.Count(runner => race.Visits[^1].PlacesOf(runner.Number).BySex == 3),
                    BestMan = finishers.Find(runner => runner.Entry.Sex == Sex.Male && !runner.IsSeparate)?.Number ?? -1,
                    BestWoman = finishers.Find(runner => runner.Entry.Sex == Sex.Female && !runner.IsSeparate)?.Number ?? -1,
                };
                Assert.True(expected == nation, $"race {i} of seed {seed}: expected {expected}, was {nation}");
            }

            Assert.Equal(race.RunnerCount, nations.Sum(nation => nation.Entered));
            Assert.Equal(nations.Select(nation => nation.Country).Distinct().Count(), nations.Count);
        }
    }
}
