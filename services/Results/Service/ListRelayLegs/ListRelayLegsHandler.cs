using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListRelayLegs;

/// <summary>One page of a relay's teams on a leg. All pages of a token chain are of one snapshot.</summary>
internal sealed class ListRelayLegsHandler(KnownMeets meets)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1_000;

    public async Task<ListRelayLegsResponse> HandleAsync(ListRelayLegsRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var page = await SnapshotPage.OpenAsync(meets, $"ListRelayLegs/{request.Leg}", request.MeetId, request.RaceId, request.PageToken, cancellationToken);
        var relay = RaceRelay.Of(page.Race);
        if (relay.Legs.Count == 0)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "RACE_NO_RELAY", $"Race '{request.RaceId}' is no relay: it has no exchanges.");
        }

        if (request.Leg < 1 || request.Leg > relay.Legs.Count)
        {
            throw RefusalException.Invalid("LEG_INVALID", "leg", $"must be 1 to {relay.Legs.Count}.");
        }

        var leg = relay.Legs[request.Leg - 1];
        var (times, next) = page.Take(leg.Times, pageSize);
        var response = new ListRelayLegsResponse { TotalCount = leg.Times.Count, SnapshotVersion = page.Version, NextPageToken = next, LegCount = relay.Legs.Count };
        response.Rows.AddRange(times.Select(time => new RelayLegRow { Standing = FinishRows.Of(page.Race, time.Team), Leg = FinishRows.LegOf(page.Race, leg.Leg, time.Team, time) }));
        return response;
    }
}
