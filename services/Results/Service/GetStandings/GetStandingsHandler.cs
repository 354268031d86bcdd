using RaceSystem.Platform.Paging;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetStandings;

/// <summary>One page of a standing. All pages of a token chain are of one snapshot.</summary>
internal sealed class GetStandingsHandler(KnownMeets meets)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1_000;

    public async Task<GetStandingsResponse> HandleAsync(GetStandingsRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var view = new StandingsView(request.Filter);
        var page = await SnapshotPage.OpenAsync(meets, $"GetStandings/{view.Scope}", request.MeetId, request.RaceId, request.PageToken, cancellationToken);
        view.Require(page.Race.Race);
        var response = new GetStandingsResponse { TotalCount = view.Count(page.Race), SnapshotVersion = page.Version };
        response.Standings.AddRange(view.Rows(page.Race, page.From, pageSize, out var next));
        response.NextPageToken = next >= 0 ? page.TokenOf(next) : "";
        return response;
    }
}
