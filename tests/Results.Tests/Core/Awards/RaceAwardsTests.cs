using RaceSystem.Kernel;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Awards;

public sealed class RaceAwardsTests
{
    private const int Races = 2_000;

    [Fact]
    public void Awards_are_those_of_a_naive_oracle()
    {
        var seed = Seed.Next();
        var winners = 0;
        var passed = 0;
        for (var i = 0; i < Races; i++)
        {
            var race = new RandomField(new Random(unchecked(seed + i))).Standings();
            var won = new Dictionary<int, string>();
            var lists = RaceAwards.Of(race).Lists.ToList();
            foreach (var rule in race.Race.Awards)
            {
                var before = new Dictionary<int, string>(won);
                foreach (var list in lists.Where(list => list.Rule == rule))
                {
                    var (expected, over) = Oracle(race, list, before);
                    Assert.True(Text(expected) == Text(list.Winners.Select(winner => (winner.Runner, winner.Place))), $"race {i} of seed {seed}, {rule.AwardId} {list.DivisionId} {list.Sex}: expected {Text(expected)}, was {Text(list.Winners.Select(winner => (winner.Runner, winner.Place)))}");
                    Assert.Equal(over, list.PassedOver.Select(runner => runner.Runner));
                    Assert.All(list.PassedOver, runner => Assert.Equal(before[runner.Runner], runner.AwardId));
                    winners += expected.Count;
                    passed += over.Count;
                    foreach (var (runner, _) in expected)
                    {
                        won.TryAdd(runner, rule.AwardId);
                    }
                }
            }
        }

        Assert.True(winners > Races && passed > Races / 10, $"{winners} winners, {passed} passed over: the random races are too poor");
    }

    [Fact]
    public void Gun_overall_and_net_by_division_without_double_dipping()
    {
        var field = new Field(Field.Marathon() with
        {
            Profile = RuleProfile.NetWithGunFallback,
            Divisions = [new("M40", Sex.Male, 40, 49, false)],
            Awards = [new() { AwardId = "overall", Depth = 1, Basis = AwardBasis.Gun }, new() { AwardId = "masters", Depth = 2, Basis = AwardBasis.Net, EachDivision = true, Exclusive = true }],
        }).Gun();
        Ran(field, "1", 1, 9_000, 45);
        Ran(field, "2", 100, 9_050, 41);
        Ran(field, "3", 300, 9_400, 30);
        Ran(field, "4", 20, 9_500, 44);
        field.Runner("5", age: 42).Passes("C5", "start", 5).Passes("C5", "finish", 8_000);
        field.Scoring.Declare(Field.RaceId, "5", ResultStatus.Dsq);

        var race = field.Standings();

        Assert.Equal(["overall : 1/1/9000", "masters M40: 1/2/8950 2/4/9480 over 1"], RaceAwards.Of(race).Lists.Select(list => Text(race, list)));
    }

    [Fact]
    public void A_division_with_places_by_sex_has_a_list_for_each()
    {
        var field = new Field(Field.Marathon() with { Divisions = [new("open", Sex.Unknown, 1, 99, RankedBySex: true)], Awards = [new() { AwardId = "a", Depth = 1, DivisionIds = ["open"] }] }).Gun();
        Ran(field, "1", 1, 9_000, 30);
        Ran(field, "2", 1, 9_500, 30, Sex.Female);

        Assert.Equal([Sex.Male, Sex.Female, Sex.NonBinary], RaceAwards.Of(field.Standings()).Lists.Select(list => list.Sex));
        Assert.Equal([1, 1, 0], RaceAwards.Of(field.Standings()).Lists.Select(list => list.Winners.Count));
    }

    [Fact]
    public void Runners_who_share_a_place_all_win_and_a_shared_last_place_is_not_cut()
    {
        var field = new Field(Field.Marathon() with { Ties = TieRule.SharedByOfficialTime, Awards = [new() { AwardId = "a", Depth = 2 }] }).Gun();
        Ran(field, "1", 1, 9_000, 30);
        Ran(field, "2", 1, 9_100.2, 30);
        Ran(field, "3", 1, 9_100.9, 30);
        Ran(field, "4", 1, 9_102, 30);

        var race = field.Standings();

        Assert.Equal("a : 1/1/9000 2/2/9101 2/3/9101", Text(race, RaceAwards.Of(race).Lists[0]));
    }

    [Fact]
    public void A_decision_tells_which_awards_it_changes()
    {
        var field = new Field(Field.Marathon() with { Awards = [new() { AwardId = "first", Depth = 1 }, new() { AwardId = "women", Depth = 1, Sex = Sex.Female }] }).Gun();
        Ran(field, "1", 1, 9_000, 30);
        Ran(field, "2", 1, 9_010, 30);
        Ran(field, "3", 1, 9_500, 30, Sex.Female);
        var before = field.Standings();
        field.Scoring.Declare(Field.RaceId, "1", ResultStatus.Dsq);

        var change = Assert.Single(AwardChanges.Between(before, field.Standings()));

        Assert.Equal(("first", "", "1", "2"), (change.AwardId, change.DivisionId, Assert.Single(change.Before).Winner.Bib, Assert.Single(change.After).Winner.Bib));
        Assert.Empty(AwardChanges.Between(before, before));
    }

    private static void Ran(Field field, string bib, double start, double finish, int age, Sex sex = Sex.Male) =>
        field.Runner(bib, sex, age).Passes("C" + bib, "start", start).Passes("C" + bib, "finish", finish);

    private static string Text(RaceStandings race, AwardList list)
    {
        var winners = list.Winners.Select(winner => $"{winner.Place}/{race.EntryOf(winner.Runner).Bib}/{winner.Time.Micros / Instant.MicrosPerSecond}");
        var over = list.PassedOver.Count == 0 ? "" : " over " + string.Join(' ', list.PassedOver.Select(passed => race.EntryOf(passed.Runner).Bib));
        return $"{list.Rule.AwardId} {list.DivisionId}: {string.Join(' ', winners)}{over}";
    }

    private static string Text(IEnumerable<(int Runner, int Place)> winners) => string.Join(' ', winners.Select(winner => $"{winner.Place}/{winner.Runner}"));

    /// <summary>One more than the number of better runners who qualify for the list.</summary>
    private static (List<(int Runner, int Place)> Winners, List<int> PassedOver) Oracle(RaceStandings race, AwardList list, Dictionary<int, string> before)
    {
        var rule = list.Rule;
        var qualified = NaiveRunner.Of(race).Where(runner => Qualifies(race, list, runner)).OrderBy(runner => runner.Time(rule.Basis)).ThenBy(runner => runner.Position).ToList();
        var eligible = qualified.Where(runner => !rule.Exclusive || !before.ContainsKey(runner.Number)).ToList();
        var winners = eligible.Select(runner => (runner.Number, Place: 1 + eligible.Count(other => other.IsBetterThan(runner, rule.Basis)))).Where(winner => winner.Place <= rule.Depth).ToList();
        var last = winners.Count >= rule.Depth ? qualified.FindIndex(runner => runner.Number == winners[^1].Number) : qualified.Count;
        return (winners, [.. qualified.Take(last).Except(eligible).Select(runner => runner.Number)]);
    }

    private static bool Qualifies(RaceStandings race, AwardList list, NaiveRunner runner) =>
        (list.Sex == Sex.Unknown || list.Sex == runner.Entry.Sex)
        && (list.Rule.Sex == Sex.Unknown || list.Rule.Sex == runner.Entry.Sex)
        && (list.Rule.Person.Countries.Count == 0 || list.Rule.Person.Countries.Contains(runner.Entry.Country))
        && list.Rule.Person.Attributes.All(condition => runner.Entry.AttributeOf(condition.Key) != "no")
        && (list.DivisionId.Length == 0 ? !runner.IsSeparate : runner.IsIn(race.Race.Divisions.Single(division => division.DivisionId == list.DivisionId)));
}
