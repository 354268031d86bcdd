using RaceSystem.Testing.Races;

namespace RaceSystem.Testing.Tests.Races;

public sealed class RaceScriptTests
{
    [Theory]
    [InlineData(RaceBasis.Gun, false)]
    [InlineData(RaceBasis.Net, true)]
    [InlineData(RaceBasis.NetElseGun, false)]
    public void The_same_seed_makes_the_same_file_and_another_seed_another(RaceBasis basis, bool shared)
    {
        var seed = Seed.Next();
        var options = new RaceScriptOptions { Basis = basis, SharedPlaces = shared };

        Assert.Equal(RaceScript.Create(seed, options).ToCsv(), RaceScript.Create(seed, options).ToCsv());
        Assert.NotEqual(RaceScript.Create(seed, options).ToCsv(), RaceScript.Create(seed ^ 1, options).ToCsv());
    }

    [Fact]
    public void Places_are_contiguous_and_never_against_the_published_time()
    {
        var expected = RaceScript.Create(Seed.Next()).Expected.Where(result => result.PlaceOverall is not null).OrderBy(result => result.PlaceOverall).ToList();

        Assert.Equal(Enumerable.Range(1, expected.Count), expected.Select(result => result.PlaceOverall!.Value));
        Assert.Equal(expected.Select(result => result.OfficialTime).Order(), expected.Select(result => result.OfficialTime));
        Assert.True(expected.Select(result => result.OfficialTime).Distinct().Count() < expected.Count, "No two share a second: the race tests nothing.");
    }

    [Fact]
    public void Shared_places_count_one_two_two_four()
    {
        var places = RaceScript.Create(Seed.Next(), new RaceScriptOptions { SharedPlaces = true, FinishersPerSecond = 40 })
            .Expected.Where(result => result.PlaceOverall is not null).Select(result => result.PlaceOverall!.Value).Order().ToList();

        Assert.True(places.Distinct().Count() < places.Count, "Nobody shares a place: the race tests nothing.");
        for (var index = 1; index < places.Count; index++)
        {
            Assert.True(places[index] == places[index - 1] || places[index] == index + 1);
        }
    }

    [Fact]
    public void A_race_has_all_that_makes_files_hard()
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 2_000, Basis = RaceBasis.NetElseGun });

        Assert.Equal(["DNF", "DNS", "FIN", "REG"], script.Runners.Select(runner => runner.Status).Distinct().Order());
        Assert.Contains(script.Runners, runner => runner.Sex.Length == 0);
        Assert.Contains(script.Runners, runner => runner.Sex.Length > 0 && runner.Division.Length == 0);
        Assert.Contains(script.Runners, runner => runner.Status == "FIN" && runner.StartOffset is null);
        Assert.Contains(script.Runners, runner => runner.Status == "FIN" && runner.Splits.Contains(null));
        Assert.Contains(script.Runners, runner => !runner.Bib.All(char.IsAsciiDigit));
        Assert.All(script.Runners, runner => Assert.True(Increasing(runner)));
    }

    private static bool Increasing(ScriptedRunner runner)
    {
        var times = runner.Splits.Append(runner.StartOffset is null ? runner.GunTime : runner.NetTime).OfType<long>().ToList();
        return times.SequenceEqual(times.Order()) && times.All(time => time > 0);
    }
}
