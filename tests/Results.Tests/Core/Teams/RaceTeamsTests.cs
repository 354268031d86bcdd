using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Teams;
using RaceSystem.Results.Tests.Core.Awards;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Teams;

public sealed class RaceTeamsTests
{
    private const int Races = 2_000;

    [Fact]
    public void Teams_are_those_of_a_naive_oracle()
    {
        var seed = Seed.Next();
        var complete = 0;
        for (var i = 0; i < Races; i++)
        {
            var race = new RandomField(new Random(unchecked(seed + i))).Standings();
            foreach (var table in RaceTeams.Of(race).Tables)
            {
                var expected = Oracle(race, table.Rule).OrderBy(text => text, StringComparer.Ordinal).ToList();
                var actual = table.Teams.Select(team => Text(team)).OrderBy(text => text, StringComparer.Ordinal).ToList();
                Assert.True(expected.SequenceEqual(actual), $"race {i} of seed {seed}, {table.Rule}:\nexpected\n{string.Join('\n', expected)}\nwas\n{string.Join('\n', actual)}");
                Assert.Equal(table.Teams.OrderBy(team => team.Place == 0).ThenBy(team => team.Place).Select(team => team.Place), table.Teams.Select(team => team.Place));
                complete += table.Teams.Count(team => team.Place > 0);
            }
        }

        Assert.True(complete > Races, $"only {complete} complete teams: the random races are too poor");
    }

    [Fact]
    public void Displacers_push_back_and_incomplete_teams_do_not()
    {
        var rule = new TeamRule { TeamRuleId = "xc", Key = TeamKey.Club, Scorers = 2, Displacers = 1, Score = TeamScore.Places };
        var field = new Field(Field.Marathon() with { Teams = [rule] }).Gun();
        string[] finish = ["Alone", "Red", "Blue", "Red", "Red", "Red", "Blue"];
        for (var i = 0; i < finish.Length; i++)
        {
            var bib = $"{i + 1}";
            field.Scoring.SetEntry(Field.EntryOf(bib) with { Club = finish[i] });
            field.Passes("C" + bib, "finish", 9_000 + i);
        }

        var teams = RaceTeams.Of(field.Standings()).Tables[0].Teams;

        // Red's third displaces, its fourth is out of the count: Blue is 2 + 5.
        Assert.Equal([("Red", 1, 4), ("Blue", 2, 7), ("Alone", 0, 0)], teams.Select(team => (team.Name, team.Place, team.Points)));
        Assert.Equal([true, true, false], teams[0].Members.Select(member => member.Scores));
        Assert.Equal(Elapsed.FromSeconds(9_001 + 9_003), teams[0].Time);
    }

    [Fact]
    public void A_tie_goes_to_the_better_last_scorer()
    {
        var rule = new TeamRule { TeamRuleId = "t", Key = TeamKey.Team, Scorers = 2, Score = TeamScore.Places };
        var field = new Field(Field.Marathon() with { Teams = [rule] }).Gun();
        string[] finish = ["Wide", "Narrow", "Narrow", "Wide"];
        for (var i = 0; i < finish.Length; i++)
        {
            field.Scoring.SetEntry(Field.EntryOf($"{i}") with { Team = finish[i] });
            field.Passes($"C{i}", "finish", 9_000 + i);
        }

        Assert.Equal([("Narrow", 1, 5), ("Wide", 2, 5)], RaceTeams.Of(field.Standings()).Tables[0].Teams.Select(team => (team.Name, team.Place, team.Points)));
    }

    private static string Text(TeamStanding team) => $"{team.Name}#{team.Number} place {team.Place}, {team.Points} points, {team.Time}: {string.Join(' ', team.Members.Select(member => $"{member.Runner}{(member.Scores ? "*" : "")}@{member.Place}"))}";

    private static List<string> Oracle(RaceStandings race, TeamRule rule)
    {
        var size = rule.Scorers + rule.Displacers;
        var teams = NaiveRunner.Of(race)
            .Where(runner => !runner.IsSeparate && (rule.Sex == Sex.Unknown || rule.Sex == runner.Entry.Sex) && NameOf(rule, runner.Entry).Length > 0)
            .GroupBy(runner => NameOf(rule, runner.Entry))
            .SelectMany(group => group.Chunk(size).Take(rule.MaxTeams).Select((runners, i) => (Name: group.Key, Number: i + 1, Runners: runners)))
            .ToList();
        var placing = teams.Where(team => team.Runners.Length >= rule.Scorers).SelectMany(team => team.Runners).ToList();
        int PlaceOf(NaiveRunner runner) => placing.Contains(runner) ? 1 + placing.Count(other => other.IsBetterThan(runner, AwardBasis.Ranking)) : 0;
        var scored = teams.Select(team =>
        {
            var scorers = team.Runners.Take(rule.Scorers).ToList();
            var points = scorers.Sum(PlaceOf);
            var time = scorers.Sum(runner => race.Race.Resolution.Shown(runner.Time(AwardBasis.Ranking)).Micros);
            return (Team: team, Complete: team.Runners.Length >= rule.Scorers, Points: points, Time: time, Key: (rule.Score == TeamScore.Times ? time : points, PlaceOf(scorers[^1])));
        }).ToList();
        return [.. scored.Select(team => $"{team.Team.Name}#{team.Team.Number} place {(team.Complete ? 1 + scored.Count(other => other.Complete && other.Key.CompareTo(team.Key) < 0) : 0)}, {team.Points} points, {new Elapsed(team.Time)}: "
            + string.Join(' ', team.Team.Runners.Select((runner, i) => $"{runner.Number}{(i < rule.Scorers ? "*" : "")}@{PlaceOf(runner)}")))];
    }

    private static string NameOf(TeamRule rule, Entry entry) => rule.Key switch
    {
        TeamKey.Team => entry.Team,
        TeamKey.Club => entry.Club,
        TeamKey.Country => entry.Country,
        _ => entry.AttributeOf(rule.AttributeKey),
    };
}
