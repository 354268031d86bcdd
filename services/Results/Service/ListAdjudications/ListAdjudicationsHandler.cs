using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListAdjudications;

/// <summary>The decisions of a meet, revoked ones too, in the order in which they count, or open appeals by deadline.</summary>
internal sealed class ListAdjudicationsHandler(SettledMeets meets)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1_000;

    public async Task<ListAdjudicationsResponse> HandleAsync(ListAdjudicationsRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var scope = $"ListAdjudications/{request.MeetId}/{request.RaceId}/{request.Bib}/{request.StandingOnly}/{request.OpenAppealsOnly}";
        var after = PageToken.Decode(scope, request.PageToken);
        var meet = await meets.FindAsync(request.MeetId, _ => true, cancellationToken);
        if (request.RaceId.Length > 0 && meet.Standings.Find(request.RaceId) is null)
        {
            throw Meets.KnownMeets.RaceUnknown(request.MeetId, request.RaceId);
        }

        var all = meet.Scorer.Adjudications.All().Where(adjudication => Takes(request, adjudication)).ToList();
        var page = all
            .Select(adjudication => (Key: KeyOf(request, adjudication), Adjudication: adjudication))
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .Where(item => after is null || string.CompareOrdinal(item.Key, after) > 0)
            .Take(pageSize + 1)
            .ToList();
        var response = new ListAdjudicationsResponse { TotalCount = all.Count };
        response.Adjudications.AddRange(page.Take(pageSize).Select(item => item.Adjudication));
        if (page.Count > pageSize)
        {
            response.NextPageToken = PageToken.Encode(scope, page[pageSize - 1].Key);
        }

        return response;
    }

    /// <summary>Sorts as text: the time in fixed width, then the ids.</summary>
    private static string KeyOf(ListAdjudicationsRequest request, Adjudication adjudication)
    {
        Timestamp time = request.OpenAppealsOnly ? adjudication.Appeal.Deadline : adjudication.DecideTime;
        return string.Create(CultureInfo.InvariantCulture, $"{time.Seconds:d12}.{time.Nanos:d9}/{adjudication.AdjudicationId}/{adjudication.RaceId}");
    }

    private static bool Takes(ListAdjudicationsRequest request, Adjudication adjudication) =>
        (request.RaceId.Length == 0 || adjudication.RaceId == request.RaceId)
        && (request.Bib.Length == 0 || Names(adjudication, request.Bib))
        && (!request.StandingOnly || adjudication.Revocation is null)
        && (!request.OpenAppealsOnly || adjudication.Appeal?.State == AppealState.Lodged);

    private static bool Names(Adjudication adjudication, string bib) =>
        adjudication.Bib == bib || adjudication.BibSwap?.OtherBib == bib || adjudication.FinishOrder?.Bibs.Contains(bib) == true;
}
