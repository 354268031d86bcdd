using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>The leaders of a race side by side, and their event stream.</summary>
public static class LeadersEndpoints
{
    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/races/{race}/leaders", ShowAsync);
        pages.MapGet("/meets/{meet}/races/{race}/leaders/live", StreamAsync);
    }

    private static async Task<IResult> ShowAsync(
        string meet, string race, string? at, RaceLookup lookup, LiveHub<LeadersView, LeadersState> leaders, CancellationToken cancellationToken)
    {
        var model = await FindAsync(meet, race, at, lookup, cancellationToken);
        var current = await leaders.CurrentAsync(ViewOf(model), cancellationToken);
        return new RazorComponentResult<LeadersPage>(new Dictionary<string, object?>
        {
            [nameof(LeadersPage.Model)] = model,
            [nameof(LeadersPage.Leaders)] = current.State,
            [nameof(LeadersPage.StaleSince)] = current.StaleSince,
        });
    }

    private static async Task<IResult> StreamAsync(
        string meet, string race, string? at, HttpContext http, RaceLookup lookup, LiveHub<LeadersView, LeadersState> leaders,
        LiveHub<string, GetMeetProgressResponse> progress, LiveStreams streams, CancellationToken cancellationToken)
    {
        var view = ViewOf(await FindAsync(meet, race, at, lookup, cancellationToken));
        await leaders.CurrentAsync(view, cancellationToken);
        return streams.Open(http, viewer =>
        {
            leaders.Join(view, viewer);
            progress.Join(meet, viewer);
        });
    }

    private static Task<RacePageModel> FindAsync(string meet, string race, string? at, RaceLookup lookup, CancellationToken cancellationToken) =>
        lookup.FindAsync(new RaceQuery(meet, race, string.IsNullOrEmpty(at) ? "live" : at, null, null), cancellationToken);

    private static LeadersView ViewOf(RacePageModel model) => new(model.View.Meet, model.View.Race, model.View.Order switch
    {
        StandingsOrder.Live => "",
        StandingsOrder.Finish => model.Race.Splits[^1].SplitId,
        _ => model.View.Split,
    });
}
