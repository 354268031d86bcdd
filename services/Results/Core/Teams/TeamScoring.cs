using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Teams;

/// <summary>
/// Scores the teams of one rule. Runners of a name fill its teams in the order in which they finished; runners of incomplete
/// teams, of no team and beyond the last team are taken out before places among teams are counted.
/// </summary>
internal static class TeamScoring
{
    /// <param name="race">The snapshot.</param>
    /// <param name="rule">How they score.</param>
    /// <param name="finish">The order in which runners finished, or are expected to.</param>
    /// <param name="timeOf">The exact time of who is in that order.</param>
    public static TeamTable Score(RaceStandings race, TeamRule rule, IRankedRunners? finish, Func<int, Elapsed> timeOf)
    {
        var squads = SquadsOf(race, rule, finish);
        var complete = squads.Where(squad => squad.Runners.Count >= rule.Scorers).ToList();
        var places = PlacesOf(finish, complete);
        var scored = complete.Select(squad => StandingOf(race, rule, squad, places, timeOf)).ToList();
        scored.Sort((left, right) => KeyOf(rule, left).CompareTo(KeyOf(rule, right)) is var order && order != 0 ? order : string.CompareOrdinal(left.Name, right.Name));
        var counted = default(SharedPlaces<(long Score, int LastScorer)>);
        var ranked = scored.ConvertAll(team => team with { Place = counted.Next(KeyOf(rule, team)) });
        var others = squads.Where(squad => squad.Runners.Count < rule.Scorers)
            .OrderByDescending(squad => squad.Runners.Count).ThenBy(squad => squad.Name, StringComparer.Ordinal).ThenBy(squad => squad.Number)
            .Select(squad => StandingOf(race, rule, squad, [], timeOf));
        return new TeamTable(rule, [.. ranked, .. others]);
    }

    /// <summary>Lower is better; ties go to the team whose last scorer is better.</summary>
    private static (long Score, int LastScorer) KeyOf(TeamRule rule, TeamStanding team) =>
        (rule.Score == TeamScore.Times ? team.Time.Micros : team.Points, team.LastScorer.Place);

    /// <summary>Teams in the order of their first finishers.</summary>
    private static List<Squad> SquadsOf(RaceStandings race, TeamRule rule, IRankedRunners? finish)
    {
        var squads = new List<Squad>();
        var current = new Dictionary<string, Squad>(StringComparer.Ordinal);
        var size = rule.Scorers + rule.Displacers;
        foreach (var runner in finish is null ? [] : finish.Order)
        {
            var entry = race.EntryOf(runner);
            var name = NameOf(rule, entry);
            if (name.Length == 0 || (rule.Sex != Sex.Unknown && rule.Sex != entry.Sex) || race.DivisionOf(runner) is { Separate: true })
            {
                continue;
            }

            var squad = current.GetValueOrDefault(name);
            if (squad is null || (squad.Runners.Count == size && squad.Number < Math.Max(1, rule.MaxTeams)))
            {
                squads.Add(current[name] = squad = new Squad(name, (squad?.Number ?? 0) + 1, []));
            }

            if (squad.Runners.Count < size)
            {
                squad.Runners.Add(runner);
            }
        }

        return squads;
    }

    private static string NameOf(TeamRule rule, Entry entry) => rule.Key switch
    {
        TeamKey.Club => entry.Club,
        TeamKey.Country => entry.Country,
        TeamKey.Attribute => entry.AttributeOf(rule.AttributeKey),
        _ => entry.Team,
    };

    /// <summary>Places among the runners of complete teams; who shares one in the race shares it here.</summary>
    private static Dictionary<int, int> PlacesOf(IRankedRunners? finish, List<Squad> complete)
    {
        var places = new Dictionary<int, int>();
        var scoring = complete.SelectMany(squad => squad.Runners).ToHashSet();
        var counted = default(SharedPlaces<int>);
        foreach (var runner in finish is null || scoring.Count == 0 ? [] : finish.Order)
        {
            if (scoring.Contains(runner))
            {
                places.Add(runner, counted.Next(finish!.PlacesOf(runner).Overall));
            }
        }

        return places;
    }

    private static TeamStanding StandingOf(RaceStandings race, TeamRule rule, Squad squad, Dictionary<int, int> places, Func<int, Elapsed> timeOf)
    {
        var members = squad.Runners.Select((runner, i) => new TeamMember(runner, i < rule.Scorers, places.GetValueOrDefault(runner), race.Race.Resolution.Shown(timeOf(runner)))).ToArray();
        var scorers = members.Where(member => member.Scores);
        return new TeamStanding(squad.Name, squad.Number, 0, scorers.Sum(member => member.Place), new Elapsed(scorers.Sum(member => member.Time.Micros)), members);
    }

    private sealed record Squad(string Name, int Number, List<int> Runners);
}
