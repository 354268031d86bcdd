using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Anomalies;

/// <summary>The list of what does not add up.</summary>
public static class AnomalyEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/meets/{meet}/anomalies", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string meet, string? race, string? kind, string? severity, string? state, string? page, HttpContext http, DeskLookup desk, AnomalyDirectory anomalies, CancellationToken cancellationToken)
    {
        var known = await desk.FindAsync(http, meet, cancellationToken);
        var request = new ListAnomaliesRequest
        {
            MeetId = meet,
            RaceId = race is { Length: > 0 } ? known.Race(race).RaceId : "",
            OpenOnly = state is not ("all" or "settled"),
            MinSeverity = severity switch { "severe" => AnomalySeverity.Severe, "warning" => AnomalySeverity.Warning, _ => AnomalySeverity.Unspecified },
        };
        request.Kinds.AddRange(AnomalyText.Kinds.Where(one => AnomalyText.Word(one) == kind));
        var (found, total, open) = await anomalies.ListAsync(request, cancellationToken);

        // Within a state they stay in Results' order: the most severe first.
        IEnumerable<Anomaly> shown = state == "settled" ? found.Where(anomaly => anomaly.State != AnomalyState.Open) : found.OrderBy(anomaly => anomaly.State != AnomalyState.Open);
        return new RazorComponentResult<AnomaliesPage>(new Dictionary<string, object?>
        {
            [nameof(AnomaliesPage.Meet)] = known,
            [nameof(AnomaliesPage.Anomalies)] = shown.ToList(),
            [nameof(AnomaliesPage.Total)] = total,
            [nameof(AnomaliesPage.Open)] = open,
            [nameof(AnomaliesPage.Race)] = request.RaceId,
            [nameof(AnomaliesPage.Kind)] = request.Kinds.Count > 0 ? AnomalyText.Word(request.Kinds[0]) : "",
            [nameof(AnomaliesPage.Severity)] = severity is "severe" or "warning" ? severity : "",
            [nameof(AnomaliesPage.State)] = state is "all" or "settled" ? state : "",
            [nameof(AnomaliesPage.Number)] = int.TryParse(page, out var asked) ? asked : 1,
        });
    }
}
