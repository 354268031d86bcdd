using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>Complete standings, page by page. The first page of a view is asked once a second however many look.</summary>
public sealed class StandingsPages(ResultsService.ResultsServiceClient results, TimeProvider time)
{
    private const int PageSize = 250;
    private readonly RecentAnswers<StandingsView, GetStandingsResponse> _firstPages = new(TimeSpan.FromSeconds(1), 1_000, time);

    /// <summary>A page; null when its continuation is not kept any more and the list begins anew.</summary>
    /// <exception cref="RefusalException">Results is away.</exception>
    public async Task<StandingsPage?> GetAsync(StandingsView view, string after, CancellationToken cancellationToken)
    {
        if (after.Length > PageQuery.MaxTokenLength)
        {
            return null;
        }

        var first = await _firstPages.GetAsync(view, key => AskAsync(key, "", CancellationToken.None), cancellationToken);
        if (after.Length == 0)
        {
            return new StandingsPage(first.Standings, null, first.TotalCount, first.NextPageToken);
        }

        try
        {
            var page = await AskAsync(view, after, cancellationToken);
            return new StandingsPage(page.Standings, first.Standings.FirstOrDefault(), page.TotalCount, page.NextPageToken);
        }
        catch (RefusalException expired) when (expired.Kind is RefusalKind.FailedPrecondition or RefusalKind.NotFound)
        {
            return null; // the snapshot of the chain is gone, or the token was never one
        }
    }

    private Task<GetStandingsResponse> AskAsync(StandingsView view, string after, CancellationToken cancellationToken)
    {
        var request = new GetStandingsRequest { MeetId = view.Meet, RaceId = view.Race, Filter = view.Filter, PageSize = PageSize, PageToken = after };
        return ServiceCall.AskAsync("results", options => results.GetStandingsAsync(request, options), cancellationToken);
    }
}
