using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
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
        scored.Sort((left, right) => Compare(rule, left, right) is var order && order != 0 ? order : string.CompareOrdinal(left.Name, right.Name));
        var ranked = new List<TeamStanding>();
        foreach (var team in scored)
        {
            var shares = ranked.Count > 0 && Compare(rule, ranked[^1], team) == 0;
            ranked.Add(team with { Place = shares ? ranked[^1].Place : ranked.Count + 1 });
        }

        var others = squads.Where(squad => squad.Runners.Count < rule.Scorers)
            .OrderByDescending(squad => squad.Runners.Count).ThenBy(squad => squad.Name, StringComparer.Ordinal).ThenBy(squad => squad.Number)
            .Select(squad => StandingOf(race, rule, squad, [], timeOf));
        return new TeamTable(rule, [.. ranked, .. others]);
    }

    /// <summary>Lower is better; ties go to the team whose last scorer is better.</summary>
    private static int Compare(TeamRule rule, TeamStanding left, TeamStanding right)
    {
        var order = rule.Score == TeamScore.Times ? left.Time.CompareTo(right.Time) : left.Points.CompareTo(right.Points);
        return order != 0 ? order : left.LastScorer.Place.CompareTo(right.LastScorer.Place);
    }

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
        var (last, lastOverall) = (0, 0);
        foreach (var runner in finish is null || scoring.Count == 0 ? [] : finish.Order)
        {
            if (scoring.Contains(runner))
            {
                var overall = finish!.PlacesOf(runner).Overall;
                places.Add(runner, overall == lastOverall ? last : places.Count + 1);
                (last, lastOverall) = (places[runner], overall);
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
