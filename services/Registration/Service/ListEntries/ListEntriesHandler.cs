using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.ListEntries;

/// <summary>Lists the entries of a meet, or of one race, in the order of their ids.</summary>
internal sealed class ListEntriesHandler(RegistrationReads reads)
{
    public async Task<V1.ListEntriesResponse> HandleAsync(V1.ListEntriesRequest request, CancellationToken cancellationToken)
    {
        var asked = PageRequest.Of($"{nameof(ListEntries)}/{request.MeetId}/{request.RaceId}", request.PageSize, request.PageToken, 100, 1_000);
        await using var context = await reads.OpenAsync(cancellationToken);
        var meet = await context.RequireMeetAsync(request.MeetId, cancellationToken);
        if (request.RaceId.Length > 0 && meet.Find(Identifier.Require(request.RaceId, "race_id")) is null)
        {
            throw RefusalException.NotFound(Reasons.RaceUnknown, $"Meet '{request.MeetId}' has no race '{request.RaceId}'.");
        }

        var page = asked.Take(await context.EntriesAfterAsync(request.MeetId, request.RaceId, asked.After ?? "", asked.Size + 1, cancellationToken), entry => entry.EntryId);
        return new V1.ListEntriesResponse { Entries = { page.Rows.Select(EntryWire.ToWire) }, NextPageToken = page.NextToken };
    }
}
