using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Sweeps;

/// <summary>Whom the sweep bus may have to take up.</summary>
public static class SweepEndpoints
{
    /// <summary>Minutes that can be chosen.</summary>
    public static IReadOnlyList<int> Choices { get; } = [5, 15, 30, 60, 120];

    private const int DefaultMinutes = 15;
    private const int PageSize = 200;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/meets/{meet}/races/{race}/sweep", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string meet, string race, string? within, string? after, HttpContext http, DeskLookup desk, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var minutes = int.TryParse(within, out var asked) && Choices.Contains(asked) ? asked : DefaultMinutes;
        var request = new ListSweepRequest
        {
            MeetId = meet,
            RaceId = known.Race(race).RaceId,
            Within = Duration.FromTimeSpan(TimeSpan.FromMinutes(minutes)),
            PageSize = PageSize,
            PageToken = after is { Length: <= PageQuery.MaxTokenLength } ? after : "",
        };
        var answer = await ServiceCall.AskAsync("results", options => results.ListSweepAsync(request, options), cancellationToken);
        return new RazorComponentResult<SweepPage>(new Dictionary<string, object?>
        {
            [nameof(SweepPage.Meet)] = known,
            [nameof(SweepPage.RaceId)] = request.RaceId,
            [nameof(SweepPage.Minutes)] = minutes,
            [nameof(SweepPage.List)] = answer,
            [nameof(SweepPage.IsFirst)] = request.PageToken.Length == 0,
        });
    }
}
