using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Teams;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListTeamStandings;

/// <summary>One page of the teams of a rule. All pages of a token chain are of one snapshot.</summary>
internal sealed class ListTeamStandingsHandler(KnownMeets meets)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 500;

    public async Task<ListTeamStandingsResponse> HandleAsync(ListTeamStandingsRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var page = await SnapshotPage.OpenAsync(meets, $"ListTeamStandings/{request.TeamRuleId}", request.MeetId, request.RaceId, request.PageToken, cancellationToken);
        var table = Find(page.Race, request.TeamRuleId);
        var (teams, next) = page.Take(table.Teams, pageSize);
        var response = new ListTeamStandingsResponse { TotalCount = table.Teams.Count, SnapshotVersion = page.Version, NextPageToken = next };
        response.Teams.AddRange(teams.Select(team => TeamRows.Of(page.Race, team)));
        return response;
    }

    private static TeamTable Find(RaceStandings race, string ruleId)
    {
        var tables = RaceTeams.Of(race).Tables;
        if (ruleId.Length == 0 && tables.Count > 1)
        {
            throw RefusalException.Invalid("ID_INVALID", "team_rule_id", $"must name one of the race's rules: {string.Join(", ", tables.Select(table => table.Rule.TeamRuleId))}.");
        }

        return tables.FirstOrDefault(table => ruleId.Length == 0 || string.Equals(table.Rule.TeamRuleId, ruleId, StringComparison.Ordinal))
            ?? throw RefusalException.NotFound("TEAM_RULE_UNKNOWN", tables.Count == 0 ? $"Race '{race.Race.RaceId}' scores no teams." : $"There is no team rule '{ruleId}' in race '{race.Race.RaceId}'.");
    }
}
