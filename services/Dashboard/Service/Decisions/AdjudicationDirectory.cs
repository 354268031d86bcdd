using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>The decisions of a meet as Results lists them. Nothing is kept: officials see at once what they did.</summary>
public sealed class AdjudicationDirectory(ResultsService.ResultsServiceClient results)
{
    /// <summary>Most decisions that are looked at.</summary>
    public const int Most = 20_000;

    private const int PageSize = 500;

    /// <summary>All that the request asks for, page by page.</summary>
    public async Task<IReadOnlyList<Adjudication>> ListAsync(ListAdjudicationsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = new List<Adjudication>();
        request.PageSize = PageSize;
        do
        {
            var page = await ServiceCall.AskAsync("results", options => results.ListAdjudicationsAsync(request, options), cancellationToken);
            all.AddRange(page.Adjudications);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && all.Count < Most);
        return all;
    }

    /// <summary>One decision.</summary>
    /// <exception cref="RefusalException">There is none such.</exception>
    public async Task<Adjudication> FindAsync(string meet, string race, string id, CancellationToken cancellationToken)
    {
        var all = await ListAsync(new ListAdjudicationsRequest { MeetId = meet, RaceId = race }, cancellationToken);
        return all.FirstOrDefault(adjudication => adjudication.AdjudicationId == id)
            ?? throw RefusalException.NotFound("ADJUDICATION_UNKNOWN", "There is no such decision in this race. The list of decisions leads to all of them.");
    }
}
