using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Meets;

/// <summary>The page of a meet and its event stream.</summary>
public static class MeetEndpoints
{
    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}", ShowAsync);
        pages.MapGet("/meets/{meet}/live", StreamAsync);
    }

    private static async Task<IResult> ShowAsync(
        string meet, LiveHub<string, GetMeetProgressResponse> progress, MeetDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        var counts = await progress.CurrentAsync(meet, cancellationToken);
        return new RazorComponentResult<MeetPage>(new Dictionary<string, object?>
        {
            [nameof(MeetPage.Progress)] = counts.State,
            [nameof(MeetPage.Registered)] = await directory.FindMeetAsync(meet, cancellationToken),
            [nameof(MeetPage.StaleSince)] = counts.StaleSince,
            [nameof(MeetPage.Now)] = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> StreamAsync(
        string meet, HttpContext http, LiveHub<string, GetMeetProgressResponse> progress, LiveStreams streams, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        await progress.CurrentAsync(meet, cancellationToken);
        return streams.Open(http, viewer => progress.Join(meet, viewer));
    }
}
