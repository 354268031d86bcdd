using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Core.Teams;
using RaceSystem.Results.Publishing.Facts;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>A team competition that was won.</summary>
/// <param name="Rule">How teams score.</param>
/// <param name="Winners">One team, or those that share the first place.</param>
internal sealed record TeamNews(TeamRule Rule, IReadOnlyList<WinningTeam> Winners)
{
    public string Name => Rule.DisplayName.Length > 0 ? Rule.DisplayName : Rule.TeamRuleId;

    public static IReadOnlyList<TeamNews> Of(ResultSheet sheet)
    {
        var rows = new RunnerRows(sheet);
        return
        [
            .. sheet.Teams
                .Select(table => new TeamNews(table.Rule, [.. table.Teams.Where(team => team.Place == 1).Select(team => new WinningTeam(team, [.. team.Members.Where(member => member.Scores).Select(member => rows.Named(member.Runner))]))]))
                .Where(news => news.Winners.Count > 0),
        ];
    }
}

/// <summary>A team with its scorers; null for one who is not to be named.</summary>
internal sealed record WinningTeam(TeamStanding Team, IReadOnlyList<ResultRow?> Scorers);
