using RaceSystem.Platform.Paging;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.ListMeets;

/// <summary>Lists meets in the order of their ids.</summary>
internal sealed class ListMeetsHandler(RegistrationReads reads)
{
    /// <summary>A page ends early here, in bytes: clients accept messages of 4 MB, and a meet of a hundred races is large.</summary>
    private const int MaxPageBytes = 2_000_000;

    public async Task<V1.ListMeetsResponse> HandleAsync(V1.ListMeetsRequest request, CancellationToken cancellationToken)
    {
        var limit = PageSize.Require(request.PageSize, 100, 1_000);
        var after = PageToken.Decode(nameof(ListMeets), request.PageToken) ?? "";
        await using var context = await reads.OpenAsync(cancellationToken);
        var response = new V1.ListMeetsResponse();
        var bytes = 0;
        await foreach (var row in context.MeetsAfter(after, limit + 1).WithCancellation(cancellationToken))
        {
            var meet = MeetWire.ToWire(MeetQueries.ToMeet(row));
            bytes += meet.CalculateSize();
            if (response.Meets.Count == limit || (response.Meets.Count > 0 && bytes > MaxPageBytes))
            {
                response.NextPageToken = PageToken.Encode(nameof(ListMeets), response.Meets[^1].MeetId);
                break;
            }

            response.Meets.Add(meet);
        }

        return response;
    }
}
