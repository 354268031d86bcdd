using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;

namespace RaceSystem.Dashboard.Service.TimingPoints;

/// <summary>The operators' page of timing points and its event stream.</summary>
public static class TimingPointsEndpoints
{
    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/timing-points", ShowAsync);
        pages.MapGet("/meets/{meet}/timing-points/live", StreamAsync);
    }

    private static async Task<IResult> ShowAsync(
        string meet, LiveHub<string, TimingPointsMessage> points, MeetDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        var current = await points.CurrentAsync(meet, cancellationToken);
        return new RazorComponentResult<TimingPointsPage>(new Dictionary<string, object?>
        {
            [nameof(TimingPointsPage.MeetId)] = meet,
            [nameof(TimingPointsPage.Meet)] = await directory.FindMeetAsync(meet, cancellationToken),
            [nameof(TimingPointsPage.Points)] = current.State.Points,
            [nameof(TimingPointsPage.Zone)] = current.State.Zone,
            [nameof(TimingPointsPage.StaleSince)] = current.StaleSince,
            [nameof(TimingPointsPage.Now)] = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> StreamAsync(
        string meet, HttpContext http, LiveHub<string, TimingPointsMessage> points, LiveStreams streams, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        await points.CurrentAsync(meet, cancellationToken);
        return streams.Open(http, viewer => points.Join(meet, viewer));
    }
}
