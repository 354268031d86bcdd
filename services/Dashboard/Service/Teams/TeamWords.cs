using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Teams;

/// <summary>Words teams.</summary>
public static class TeamWords
{
    /// <summary>The team's name; a further one of the same name has a letter.</summary>
    public static string Name(TeamStanding team) => team.Number > 1 ? $"{team.Name} {(char)('A' + team.Number - 1)}" : team.Name;

    /// <summary>What orders the teams: points or the sum of times; empty for a team that has too few finishers.</summary>
    /// <param name="team">The team.</param>
    /// <param name="rule">How teams score; null while Registration is away: both are told.</param>
    public static string Score(TeamStanding team, TeamRule? rule)
    {
        if (team.Place == 0)
        {
            return "";
        }

        var (points, time) = (team.Points == 1 ? "1 point" : $"{Labels.Count(team.Points)} points", RaceTime.Show(team.Time, Resolution(team)));
        return rule?.Score switch
        {
            TeamScore.Times => time,
            TeamScore.Places => points,
            _ => $"{points} · {time}",
        };
    }

    /// <summary>How far the team's scorers are: <c>2 finished, 1 on the course</c>.</summary>
    public static string Waiting(TeamStanding team, TeamRule? rule)
    {
        var scorers = team.Members.Where(member => member.Scores).ToList();
        var running = scorers.Count(member => member.Standing.Status == ResultStatus.OnCourse);
        var done = scorers.Count - running;
        string[] parts = [team.Place == 0 ? Incomplete(team, rule) : "", done > 0 ? $"{done} finished" : "", running > 0 ? $"{running} on the course" : ""];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Whether a team's score holds what is only expected of runners on the course.</summary>
    public static bool IsExpected(TeamStanding team) => team.Place > 0 && team.Members.Any(member => member.Standing.Status == ResultStatus.OnCourse);

    /// <summary>Why a team has no place.</summary>
    public static string Incomplete(TeamStanding team, TeamRule? rule) => rule is { Scorers: > 0 } ? $"incomplete: {team.Members.Count} of {rule.Scorers}" : "incomplete";

    /// <summary>How teams score: <c>the times of 3 count</c>.</summary>
    public static string Terms(TeamRule rule)
    {
        var scorers = rule.Scorers == 1 ? "the first runner" : $"the first {Labels.Count(rule.Scorers)}";
        var sex = rule.Sex == Sex.Unspecified ? "" : $"{Labels.Group(rule.Sex).ToLowerInvariant()}, ";
        return rule.Score == TeamScore.Times ? $"{sex}times of {scorers} added up, the lowest wins" : $"{sex}places of {scorers} added up, the lowest wins";
    }

    /// <summary>Whether a member may be named: who is anonymous counts for the team and is not named with it.</summary>
    public static bool IsNamed(TeamStanding team, TeamMember member, TeamRule? rule) => rule?.Key switch
    {
        TeamKey.Country => member.Standing.Country == team.Name,
        TeamKey.Club => member.Standing.Club == team.Name,
        _ => member.Standing.DisplayName.Length > 0,
    };

    /// <summary>To what times of the team are rounded up.</summary>
    public static TimeResolution Resolution(TeamStanding team) => team.Members.FirstOrDefault()?.Standing.Resolution ?? TimeResolution.Unspecified;
}
