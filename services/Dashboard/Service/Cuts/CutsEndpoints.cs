using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Cuts;

/// <summary>Who may have cut the course, and mats that failed: both are told from the same missing reads.</summary>
public static class CutsEndpoints
{
    /// <summary>Probabilities that can be chosen.</summary>
    public static IReadOnlyList<double> Choices { get; } = [0.5, 0.8, 0.95, 0.99];

    private const double DefaultProbability = 0.8;
    private const double LikelyFailure = 0.5;
    private const int PageSize = 200;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/meets/{meet}/races/{race}/cuts", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string meet, string race, string? probability, HttpContext http, DeskLookup desk, ResultsService.ResultsServiceClient results, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var raceId = known.Race(race).RaceId;
        var least = double.TryParse(probability, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var asked) && Choices.Contains(asked) ? asked : DefaultProbability;
        var cuts = new ListCutSuspicionsRequest { MeetId = meet, RaceId = raceId, MinProbability = least, PageSize = PageSize };
        var mats = new ListPointHealthRequest { MeetId = meet, RaceId = raceId, MinFailureProbability = LikelyFailure, PageSize = PageSize };
        return new RazorComponentResult<CutsPage>(new Dictionary<string, object?>
        {
            [nameof(CutsPage.Meet)] = known,
            [nameof(CutsPage.RaceId)] = raceId,
            [nameof(CutsPage.Probability)] = least,
            [nameof(CutsPage.Suspicions)] = await ServiceCall.AskAsync("results", Deadline, options => results.ListCutSuspicionsAsync(cuts, options), cancellationToken),
            [nameof(CutsPage.Mats)] = await ServiceCall.AskAsync("results", Deadline, options => results.ListPointHealthAsync(mats, options), cancellationToken),
        });
    }
}
