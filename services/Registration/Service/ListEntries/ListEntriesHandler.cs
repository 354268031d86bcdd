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
        var limit = PageSize.Require(request.PageSize, 100, 1_000);
        var scope = $"{nameof(ListEntries)}/{request.MeetId}/{request.RaceId}";
        var after = PageToken.Decode(scope, request.PageToken) ?? "";
        await using var context = await reads.OpenAsync(cancellationToken);
        var meet = await context.RequireMeetAsync(request.MeetId, cancellationToken);
        if (request.RaceId.Length > 0 && meet.Find(Identifier.Require(request.RaceId, "race_id")) is null)
        {
            throw RefusalException.NotFound(Reasons.RaceUnknown, $"Meet '{request.MeetId}' has no race '{request.RaceId}'.");
        }

        var entries = await context.EntriesAfterAsync(request.MeetId, request.RaceId, after, limit + 1, cancellationToken);
        var response = new V1.ListEntriesResponse();
        response.Entries.AddRange(entries.Take(limit).Select(EntryWire.ToWire));
        if (entries.Count > limit)
        {
            response.NextPageToken = PageToken.Encode(scope, entries[limit - 1].EntryId);
        }

        return response;
    }
}
