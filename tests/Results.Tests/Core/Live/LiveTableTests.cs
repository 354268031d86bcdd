using RaceSystem.Results.Core.Live;
using RaceSystem.Results.Core.Live.Prediction;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Live;

public sealed class LiveTableTests
{
    private static readonly string[] Points = ["start", "10k", "half", "30k", "finish"];
    private static readonly string[] Nations = ["PRK", "KEN", "ETH", ""];

    [Fact]
    public void Leaders_gaps_and_moves_are_what_sorting_everybody_says()
    {
        var random = Seed.NextRandom();
        for (var round = 0; round < 200; round++)
        {
            var race = RandomRace(random);
            for (var visit = 1; visit < Points.Length; visit++)
            {
                CheckLeaders(race, visit);
                CheckMoves(race, visit);
            }
        }
    }

    [Fact]
    public void Whoever_is_furthest_leads_and_gaps_are_measured_where_the_runner_behind_was()
    {
        var race = new Field(Field.Marathon()).Gun().Runner("1").Runner("2").Runner("3")
            .Passes("C1", "10k", 1_800).Passes("C1", "half", 3_900)
            .Passes("C2", "10k", 1_790)
            .Passes("C3", "half", 3_850.5).Passes("C3", "30k", 5_600)
            .Standings();

        var leaders = LiveTable.Of(race, null).Groups[0].Leaders;

        Assert.Equal(["3", "1", "2"], leaders.Select(row => race.EntryOf(row.Runner).Bib));
        Assert.Equal([3, 2, 1], leaders.Select(row => row.Visit));
        Assert.Equal([0L, 49L, null], leaders.Select(row => row.Behind?.CeilingSeconds()));
        Assert.Equal([null, 49L, -10L], leaders.Select(row => row.BehindNext?.Micros / 1_000_000));
    }

    [Fact]
    public void A_list_beside_the_divisions_has_leaders_too()
    {
        var shape = Field.Marathon() with
        {
            Divisions =
            [
                new Division("M40", Sex.Male, 40, 49, false),
                new Division("hosts", Sex.Unknown, 0, 0, true) { Person = new(["PRK"]), Additional = true },
            ],
        };
        var field = new Field(shape).Gun();
        field.Scoring.SetEntry(Field.EntryOf("1") with { Age = 45, Country = "PRK" });
        field.Scoring.SetEntry(Field.EntryOf("2") with { Country = "KEN" });
        var race = field.Passes("C1", "10k", 2_000).Passes("C2", "10k", 1_900).Standings();

        var groups = LiveTable.Of(race, 1).Groups.Where(group => group.Kind == LiveGroupKind.Division);

        Assert.Equal([("M40", Sex.Male, "1"), ("hosts", Sex.Male, "1")], groups.Select(group => (group.Key, group.Sex, race.EntryOf(group.Leaders[0].Runner).Bib)));
    }

    [Fact]
    public void The_projection_ranks_finishers_and_the_others_by_time_and_forgets_nobody_but_the_overdue()
    {
        var random = Seed.NextRandom();
        for (var round = 0; round < 100; round++)
        {
            var race = RandomRace(random);
            var (projection, predictions) = (ProjectedFinish.Of(race), RacePredictions.Of(race));
            var times = new Dictionary<int, long>();
            foreach (var runner in race.Visits[^1].Order)
            {
                times[runner] = race.Visits[^1].RankingTimeOf(runner)!.Value.Micros;
            }

            foreach (var prediction in predictions.All.Where(prediction => !prediction.Finish.IsOverdue))
            {
                times[prediction.Runner] = predictions.OfficialTimeOf(prediction.Runner, 4, prediction.Finish.Expected)!.Value.Micros;
            }

            Assert.Equal(times.Keys.Order(), projection.Order.ToArray().Order());
            Assert.Equal(predictions.All.Count, projection.Predicted.Count);
            foreach (var runner in projection.Order)
            {
                Assert.Equal(times[runner], projection.TimeOf(runner).Micros);
                Assert.InRange(projection.PlacesOf(runner).Overall, 1 + times.Values.Count(time => time < times[runner]), times.Values.Count(time => time <= times[runner]));
            }
        }
    }

    private static void CheckLeaders(RaceStandings race, int visit)
    {
        var here = race.Visits[visit].Order.ToArray();
        foreach (var group in LiveTable.Of(race, visit).Groups)
        {
            bool IsIn(int runner) => group.Kind switch
            {
                LiveGroupKind.Race => true,
                LiveGroupKind.Sex => race.EntryOf(runner).Sex == group.Sex,
                LiveGroupKind.Nation => race.EntryOf(runner).Country == group.Key,
                _ => race.DivisionOf(runner)?.DivisionId == group.Key,
            };
            long TimeOf(int runner) => race.Visits[visit].RankingTimeOf(runner)!.Value.CeilingSeconds();
            var expected = here.Where(IsIn).ToArray();

            Assert.Equal(expected.Length, group.Count);
            Assert.Equal(expected.Take(LiveTable.MaxLeaders), group.Leaders.Select(row => row.Runner));
            for (var i = 0; i < group.Leaders.Count; i++)
            {
                var row = group.Leaders[i];
                Assert.Equal(TimeOf(row.Runner) - TimeOf(expected[0]), row.Behind!.Value.CeilingSeconds());
                Assert.Equal(i == 0 ? null : TimeOf(row.Runner) - TimeOf(expected[i - 1]), row.BehindNext?.CeilingSeconds());
                Assert.Equal(1 + expected.Count(other => race.Visits[visit].PlacesOf(other).Overall < race.Visits[visit].PlacesOf(row.Runner).Overall), row.Place);
            }
        }

        Assert.Equal(here.Select(runner => race.EntryOf(runner).Country).Where(country => country.Length > 0).Distinct(), LiveTable.Of(race, visit).Groups.Where(group => group.Kind == LiveGroupKind.Nation).Select(group => group.Key));
    }

    private static void CheckMoves(RaceStandings race, int visit)
    {
        var (before, after) = (race.Visits[visit - 1], race.Visits[visit]);
        var both = after.Order.ToArray().Where(runner => before.PlacesOf(runner).Overall > 0).ToArray();
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            int Ahead(VisitStandings visits) => both.Count(other => visits.PlacesOf(other).Overall < visits.PlacesOf(runner).Overall);
            Assert.Equal(visit > 1 && both.Contains(runner) ? Ahead(before) - Ahead(after) : null, RaceMoves.Of(race).Gained(runner, visit));
        }
    }

    private static RaceStandings RandomRace(Random random)
    {
        var field = new Field(Field.Marathon() with
        {
            Profile = random.Next(2) == 0 ? RuleProfile.WorldAthletics : RuleProfile.NetWithGunFallback,
            Ties = (TieRule)random.Next(3),
            Divisions = [new Division("U40", Sex.Unknown, 18, 39, false), new Division("M40", Sex.Male, 40, 60, false)],
        }).Gun();
        long[] metres = [0, 10_000, 21_098, 30_000, 42_195];
        for (var bib = 1; bib <= random.Next(1, 40); bib++)
        {
            field.Scoring.SetEntry(Field.EntryOf($"{bib}") with { Sex = (Sex)random.Next(3), Age = random.Next(18, 60), Country = Nations[random.Next(Nations.Length)] });
            var (pace, to) = (0.2 + (random.Next(20) * 0.01), random.Next(0, 6));
            for (var visit = 0; visit < to; visit++)
            {
                if (random.Next(6) > 0)
                {
                    field.Passes($"C{bib}", Points[visit], 5 + Math.Round((metres[visit] * pace) + random.Next(visit * 60 + 1)));
                }
            }

            if (random.Next(15) == 0)
            {
                field.Scoring.Declare(Field.RaceId, $"{bib}", ResultStatus.Dsq);
            }
        }

        return field.Standings();
    }
}
