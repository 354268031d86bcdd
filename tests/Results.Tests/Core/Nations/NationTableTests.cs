using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
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
                var expected = new NationStanding(nation.Country, runners.Count, runners.Count(runner => race.StatusOf(runner) is not (ResultStatus.Registered or ResultStatus.Dns)), finishers.Count)
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
            Assert.Equal(race.Counts.Started, nations.Sum(nation => nation.Started));
            Assert.Equal(nations.Select(nation => nation.Country).Distinct().Count(), nations.Count);
        }
    }

    [Fact]
    public void Starters_are_all_but_who_is_declared_so_and_of_whom_nothing_was_read()
    {
        var field = new Field(Field.Race(("start", "start", 0), ("finish", "finish", 10_000))).Gun();
        foreach (var bib in new[] { "read-dns", "unread-dnf", "unread", "on-course", "finished", "unread-dns" })
        {
            field.Scoring.SetEntry(Field.EntryOf(bib) with { Country = "PRK" });
        }

        field.Passes("Cread-dns", "start", 3).Passes("Con-course", "start", 4).Passes("Cfinished", "start", 5).Passes("Cfinished", "finish", 1_900);
        field.Scoring.Declare(Field.RaceId, "read-dns", ResultStatus.Dns);
        field.Scoring.Declare(Field.RaceId, "unread-dns", ResultStatus.Dns);
        field.Scoring.Declare(Field.RaceId, "unread-dnf", ResultStatus.Dnf);

        var race = field.Standings();

        // unread-dnf, on-course, finished
        Assert.Equal((6, 3, 1), Assert.Single(NationTable.Of(race).Nations) is var nation ? (nation.Entered, nation.Started, nation.Finished) : default);
        Assert.Equal(3, race.Counts.Started);
    }
}
