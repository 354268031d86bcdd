using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Teams;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>What teams are called.</summary>
internal static class TeamNames
{
    /// <summary>Of a country its name; the second team of a name says so.</summary>
    public static string Of(TeamRule rule, TeamStanding team, Words words)
    {
        var name = rule.Key == TeamKey.Country ? words.Nationality(team.Name) : team.Name;
        return team.Number > 1 ? $"{name} {Words.Number(team.Number)}" : name;
    }
}
