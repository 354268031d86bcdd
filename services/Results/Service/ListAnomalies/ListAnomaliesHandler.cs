using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListAnomalies;

/// <summary>What does not add up in a meet, page by page.</summary>
internal sealed class ListAnomaliesHandler(KnownMeets meets)
{
    private const int DefaultSize = 100, MaxSize = 1_000;

    public async Task<ListAnomaliesResponse> HandleAsync(ListAnomaliesRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Require(request.PageSize, DefaultSize, MaxSize);
        var scope = $"ListAnomalies/{request.MeetId}/{request.RaceId}/{string.Join(',', request.Kinds.Order())}/{request.OpenOnly}/{request.MinSeverity}";
        var after = PageToken.Decode(scope, request.PageToken);
        var known = request.RaceId.Length > 0
            ? (await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken)).Meet
            : await meets.RequireAsync(request.MeetId, cancellationToken);
        var anomalies = known.Scorer.Anomalies().Where(anomaly => Takes(request, anomaly)).ToList();
        var from = after is null ? 0 : 1 + anomalies.FindIndex(anomaly => anomaly.AnomalyId == after);
        if (after is not null && from == 0)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "SNAPSHOT_EXPIRED", "The anomaly that this page token stands at is gone: start again without a token.");
        }

        var response = new ListAnomaliesResponse { TotalCount = anomalies.Count, OpenCount = anomalies.Count(anomaly => anomaly.State == Core.Anomalies.AnomalyState.Open) };
        response.Anomalies.AddRange(anomalies.Skip(from).Take(size).Select(AnomalyMessages.Of));
        if (anomalies.Count > from + size)
        {
            response.NextPageToken = PageToken.Encode(scope, response.Anomalies[^1].AnomalyId);
        }

        return response;
    }

    private static bool Takes(ListAnomaliesRequest request, Core.Anomalies.Anomaly anomaly) =>
        (request.RaceId.Length == 0 || anomaly.Concerns(request.RaceId))
        && (request.Kinds.Count == 0 || request.Kinds.Contains(AnomalyMessages.KindOf(anomaly.Kind)))
        && (!request.OpenOnly || anomaly.State == Core.Anomalies.AnomalyState.Open)
        && AnomalyMessages.SeverityOf(anomaly.Severity) >= request.MinSeverity;
}
