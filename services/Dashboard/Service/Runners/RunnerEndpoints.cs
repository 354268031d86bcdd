using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Runners;

/// <summary>A runner's page, and the search by bib that leads to it.</summary>
public static class RunnerEndpoints
{
    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/meets/{meet}/runners", Search);
        pages.MapPage("/meets/{meet}/runners/{bib}", ShowAsync);
    }

    private static RedirectHttpResult Search(string meet, string? bib)
    {
        PageQuery.RequireMeet(meet);
        return TypedResults.Redirect($"/meets/{meet}/runners/{PageQuery.RequireBib(bib)}");
    }

    private static async Task<IResult> ShowAsync(
        string meet, string bib, LiveHub<string, GetMeetProgressResponse> progress, MeetDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(meet);
        var number = PageQuery.RequireBib(bib);
        var current = await progress.CurrentAsync(meet, cancellationToken);
        var runner = await directory.GetRunnerAsync(meet, number, cancellationToken);
        var prediction = runner.Standing.Status == ResultStatus.OnCourse ? await directory.FindPredictionAsync(meet, runner.RaceId, number, cancellationToken) : null;
        return new RazorComponentResult<RunnerPage>(new Dictionary<string, object?>
        {
            [nameof(RunnerPage.Progress)] = current.State,
            [nameof(RunnerPage.Runner)] = runner,
            [nameof(RunnerPage.Prediction)] = prediction,
            [nameof(RunnerPage.Now)] = time.GetUtcNow(),
        });
    }
}
