using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Standings;
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
        var scope = $"GetStandings/{request.MeetId}/{request.RaceId}/{view.Scope}";
        var token = PageToken.Decode(scope, request.PageToken);
        var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var version = meet.Standings.Version;
        var from = 0;
        if (token is not null)
        {
            (version, from, race) = Resume(meet.Scorer, race.Race.RaceId, token);
        }

        view.Require(race.Race);
        var response = new GetStandingsResponse { TotalCount = view.Count(race), SnapshotVersion = version };
        response.Standings.AddRange(view.Rows(race, from, pageSize, out var next));
        if (next >= 0)
        {
            meet.Scorer.Pins.Keep(version, race);
            response.NextPageToken = PageToken.Encode(scope, string.Create(CultureInfo.InvariantCulture, $"{version}:{next}"));
        }

        return response;
    }

    private static (long Version, int From, RaceStandings Race) Resume(MeetScorer scorer, string raceId, string position)
    {
        var parts = position.Split(':');
        var version = long.Parse(parts[0], CultureInfo.InvariantCulture);
        var from = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return scorer.Pins.TryFind(version, raceId, out var race)
            ? (version, from, race)
            : throw new RefusalException(RefusalKind.FailedPrecondition, "SNAPSHOT_EXPIRED", "The standings that this page token belongs to are not kept any more: start again without a token.");
    }
}
