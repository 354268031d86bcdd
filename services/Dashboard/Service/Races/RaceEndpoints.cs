using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>The pages of a race: the live top, its event stream, and the complete list.</summary>
public static class RaceEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/races/{race}", ShowAsync);
        pages.MapGet("/meets/{meet}/races/{race}/live", StreamAsync);
        pages.MapPage("/meets/{meet}/races/{race}/list", ListAsync);
    }

    private static async Task<IResult> ShowAsync(
        [AsParameters] RaceQuery query, RaceLookup lookup, LiveHub<StandingsView, StandingsState> standings, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(query, cancellationToken);
        var current = await standings.CurrentAsync(model.View, cancellationToken);
        return new RazorComponentResult<RacePage>(new Dictionary<string, object?>
        {
            [nameof(RacePage.Model)] = model,
            [nameof(RacePage.Standings)] = current.State,
            [nameof(RacePage.StaleSince)] = current.StaleSince,
            [nameof(RacePage.Screen)] = !string.IsNullOrEmpty(query.Screen),
        });
    }

    private static async Task<IResult> StreamAsync(
        [AsParameters] RaceQuery query, HttpContext http, RaceLookup lookup, LiveHub<StandingsView, StandingsState> standings,
        LiveHub<string, GetMeetProgressResponse> progress, LiveStreams streams, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(query, cancellationToken);
        await standings.CurrentAsync(model.View, cancellationToken);
        return streams.Open(http, viewer =>
        {
            standings.Join(model.View, viewer);
            progress.Join(query.Meet, viewer);
        });
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] RaceQuery query, string? after, RaceLookup lookup, StandingsPages list, CancellationToken cancellationToken)
    {
        var model = await lookup.FindAsync(query, cancellationToken);
        var page = await list.GetAsync(model.View, after ?? "", cancellationToken);
        return page is null
            ? TypedResults.Redirect($"{model.View.Path}/list{model.View.Query()}")
            : new RazorComponentResult<RaceListPage>(new Dictionary<string, object?>
            {
                [nameof(RaceListPage.Model)] = model,
                [nameof(RaceListPage.Rows)] = StandingsFold.Rows(model.View, StandingsSource.SplitNames(model.Race), page.Standings, page.Leader),
                [nameof(RaceListPage.Total)] = page.Total,
                [nameof(RaceListPage.First)] = string.IsNullOrEmpty(after),
                [nameof(RaceListPage.Next)] = page.Next,
            });
    }
}
