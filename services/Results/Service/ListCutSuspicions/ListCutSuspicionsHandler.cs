using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Service.Plausibility;
using RaceSystem.Results.V1;
using CutSuspicion = RaceSystem.Results.Core.Plausibility.CutSuspicion;

namespace RaceSystem.Results.Service.ListCutSuspicions;

/// <summary>Runners who may have cut the course, from the threshold on that the referee names.</summary>
internal sealed class ListCutSuspicionsHandler(PlausibilityDesk desk)
{
    private const double LeastProbability = 0.01;
    private const int DefaultPageSize = 100, MaxPageSize = 1_000;

    public async Task<ListCutSuspicionsResponse> HandleAsync(ListCutSuspicionsRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var threshold = Threshold(request.MinProbability);
        var scope = string.Create(CultureInfo.InvariantCulture, $"ListCutSuspicions/{request.MeetId}/{request.RaceId}/{threshold}");
        var page = await desk.PageAsync(request.MeetId, request.RaceId, scope, request.PageToken, cancellationToken);

        // The most probable come first.
        var total = page.Plausibility.Suspicions.TakeWhile(suspicion => suspicion.Probability >= threshold).Count();
        var response = new ListCutSuspicionsResponse
        {
            TotalCount = total,
            SnapshotVersion = page.Version,
            MinProbability = threshold,
            NextPageToken = page.NextToken(pageSize, total),
        };
        var shown = page.Plausibility.Suspicions.Take(total).Skip(page.From).Take(pageSize).ToArray();
        response.Suspicions.AddRange(shown.Zip(SuspectedCuts.Judged(page.Race, shown, page.Meet.Standings.Adjudications), (suspicion, anomaly) => SuspicionMessages.Of(page.Race, suspicion, anomaly)));
        return response;
    }

    private static double Threshold(double asked) => asked switch
    {
        0 => CutSuspicion.DefaultThreshold,
        >= LeastProbability and <= 1 => asked,
        _ => throw RefusalException.Invalid("PROBABILITY_INVALID", "min_probability", $"must be 0.01 to 1, or 0 for {CutSuspicion.DefaultThreshold.ToString(CultureInfo.InvariantCulture)}."),
    };
}
