using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Awards;

/// <summary>Checks how the teams of a race score.</summary>
internal static class TeamReading
{
    public static ValueList<TeamRule> Read(ValueList<TeamRule> teams, string field, Violations violations)
    {
        if (teams.Count > AwardLimits.Teams)
        {
            violations.Add(field, Reasons.TeamInvalid, $"has {teams.Count} team rules; at most {AwardLimits.Teams}.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return ValueList.From(teams.Select((team, i) => ReadOne(team, $"{field}[{i}]", ids, violations)));
    }

    private static TeamRule ReadOne(TeamRule team, string field, HashSet<string> ids, Violations violations)
    {
        UniqueIdRule.Check(team.TeamRuleId, $"{field}.team_rule_id", Reasons.TeamInvalid, ids, violations);
        if (!Enum.IsDefined(team.Key) || !Enum.IsDefined(team.Score) || !Enum.IsDefined(team.Sex))
        {
            violations.Add(field, Reasons.EnumInvalid, $"key {(int)team.Key} with score {(int)team.Score} and sex {(int)team.Sex} is not known to this version.");
        }

        CheckAttribute(team, field, violations);
        CheckNumbers(team, field, violations);
        return team with
        {
            DisplayName = TextRule.Read(team.DisplayName, MeetLimits.DisplayNameLength, $"{field}.display_name", violations),
            Key = team.Key == TeamKey.Unspecified ? TeamKey.Team : team.Key,
            Score = team.Score == TeamScore.Unspecified ? TeamScore.Places : team.Score,
            MaxTeams = Math.Max(1, team.MaxTeams),
        };
    }

    private static void CheckAttribute(TeamRule team, string field, Violations violations)
    {
        if (team.Key == TeamKey.Attribute)
        {
            IdRule.Check(team.AttributeKey, $"{field}.attribute_key", violations);
        }
        else if (team.AttributeKey.Length > 0)
        {
            violations.Add($"{field}.attribute_key", Reasons.TeamInvalid, "is set, but the teams are not made by an attribute; leave it out or set the key TEAM_KEY_ATTRIBUTE.");
        }
    }

    private static void CheckNumbers(TeamRule team, string field, Violations violations)
    {
        if (team.Scorers is < 1 or > AwardLimits.Scorers)
        {
            violations.Add($"{field}.scorers", Reasons.TeamInvalid, $"is {team.Scorers}; 1 to {AwardLimits.Scorers} runners of a team score.");
        }

        if (team.Displacers is < 0 or > AwardLimits.Displacers)
        {
            violations.Add($"{field}.displacers", Reasons.TeamInvalid, $"is {team.Displacers}; a team has 0 to {AwardLimits.Displacers} displacers.");
        }

        if (team.MaxTeams is < 0 or > AwardLimits.MaxTeams)
        {
            violations.Add($"{field}.max_teams", Reasons.TeamInvalid, $"is {team.MaxTeams}; a club or country may have 1 to {AwardLimits.MaxTeams} teams.");
        }
    }
}
