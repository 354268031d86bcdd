using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Teams;

/// <summary>How teams stand, and the legs of a relay.</summary>
public static class TeamEndpoints
{
    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/races/{race}/teams", ShowTeamsAsync);
        pages.MapPage("/meets/{meet}/races/{race}/legs", ShowLegsAsync);
    }

    private static async Task<IResult> ShowTeamsAsync(string meet, string race, string? rule, string? after, RaceLookup lookup, RaceLists lists, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(meet, race, cancellationToken);
        var chosen = rule is { Length: > 0 } ? rule : model.RegisteredRace?.Teams.FirstOrDefault()?.TeamRuleId ?? "";
        var page = model.RegisteredRace switch
        {
            { Teams.Count: 0 } => throw RefusalException.NotFound("TEAM_RULE_UNKNOWN", "This race scores no teams."),
            { } registered when registered.Teams.All(known => known.TeamRuleId != chosen) => throw RefusalException.NotFound("TEAM_RULE_UNKNOWN", "This race has no such team scoring. Choose one on the race's page."),
            _ => await lists.GetTeamsAsync(meet, race, chosen, after ?? "", cancellationToken),
        };
        return page is null
            ? TypedResults.Redirect($"{model.View.Path}/teams?rule={Uri.EscapeDataString(chosen)}")
            : new RazorComponentResult<TeamsPage>(new Dictionary<string, object?>
            {
                [nameof(TeamsPage.Model)] = model,
                [nameof(TeamsPage.Teams)] = page,
                [nameof(TeamsPage.RuleId)] = chosen,
                [nameof(TeamsPage.First)] = string.IsNullOrEmpty(after),
            });
    }

    private static async Task<IResult> ShowLegsAsync(string meet, string race, int? leg, string? after, RaceLookup lookup, RaceLists lists, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(meet, race, cancellationToken);
        if (model.RegisteredRace is { Relay: null })
        {
            throw RefusalException.NotFound("RACE_NO_RELAY", "This race is no relay: it has no legs.");
        }

        var number = leg ?? 1;
        var page = await lists.GetLegAsync(meet, race, number, after ?? "", cancellationToken);
        return page is null
            ? TypedResults.Redirect($"{model.View.Path}/legs?leg={number}")
            : new RazorComponentResult<LegsPage>(new Dictionary<string, object?>
            {
                [nameof(LegsPage.Model)] = model,
                [nameof(LegsPage.Rows)] = page,
                [nameof(LegsPage.Leg)] = number,
                [nameof(LegsPage.First)] = string.IsNullOrEmpty(after),
            });
    }
}
