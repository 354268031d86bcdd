using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Anomalies;

/// <summary>What does not add up in a meet, as Results lists it at the moment.</summary>
public sealed class AnomalyDirectory(ResultsService.ResultsServiceClient results)
{
    /// <summary>Most that are looked at in one list; past it a filter helps.</summary>
    public const int Most = 2_000;

    /// <summary>An anomaly with its evidence takes a few kilobytes.</summary>
    private const int PageSize = 200;
    private const int Attempts = 3;

    /// <summary>All that the request asks for, the most severe first, and how many there are of them.</summary>
    public async Task<(IReadOnlyList<Anomaly> Anomalies, int Total, int Open)> ListAsync(ListAnomaliesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WalkAsync(request.Clone(), cancellationToken);
            }
            catch (RefusalException refusal) when (refusal.Kind == RefusalKind.FailedPrecondition && attempt < Attempts)
            {
                continue; // the list lives: the anomaly that a page ended with is gone
            }
        }
    }

    /// <summary>One anomaly.</summary>
    /// <exception cref="RefusalException">It is not there any more.</exception>
    public async Task<Anomaly> FindAsync(string meet, string id, CancellationToken cancellationToken)
    {
        // An id begins with its kind, and of one kind there are not that many.
        var request = new ListAnomaliesRequest { MeetId = meet, Kinds = { AnomalyText.Kinds.Where(kind => id.StartsWith(AnomalyText.Word(kind) + "-", StringComparison.Ordinal)) } };
        var (anomalies, _, _) = await ListAsync(request, cancellationToken);
        return anomalies.FirstOrDefault(anomaly => anomaly.AnomalyId == id)
            ?? throw RefusalException.NotFound("ANOMALY_UNKNOWN", "This anomaly is not there any more: what it told of has changed. The list of anomalies shows what is open now.");
    }

    private async Task<(IReadOnlyList<Anomaly> Anomalies, int Total, int Open)> WalkAsync(ListAnomaliesRequest request, CancellationToken cancellationToken)
    {
        var all = new List<Anomaly>();
        request.PageSize = PageSize;
        while (true)
        {
            var page = await ServiceCall.AskAsync("results", options => results.ListAnomaliesAsync(request, options), cancellationToken);
            all.AddRange(page.Anomalies);
            request.PageToken = page.NextPageToken;
            if (request.PageToken.Length == 0 || all.Count >= Most)
            {
                return (all, page.TotalCount, page.OpenCount);
            }
        }
    }
}
