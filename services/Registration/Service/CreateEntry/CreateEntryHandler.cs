using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.CreateEntry;

/// <summary>Creates an entry. The same entry under the same id again changes nothing.</summary>
internal sealed class CreateEntryHandler(RegistrationWrites writes, EntryWrites entries, EntryIds ids)
{
    public Task<V1.CreateEntryResponse> HandleAsync(V1.CreateEntryRequest request, CancellationToken cancellationToken)
    {
        var draft = EntryWire.ToDraft(request.Entry, ids.Next);
        return writes.CommitAsync(
            nameof(CreateEntry),
            request.MeetId,
            request.RequestId,
            async (transaction, context, cancellation) =>
            {
                var meet = await context.RequireMeetAsync(request.MeetId, cancellation);
                var entry = await EntryWrites.ReadAsync(context, meet, draft, cancellation);
                var existing = await context.FindEntryAsync(request.MeetId, entry.EntryId, cancellation);
                if (existing is not null && existing != entry)
                {
                    throw new RefusalException(RefusalKind.AlreadyExists, Reasons.DuplicateEntry, $"Entry '{entry.EntryId}' exists with other content; change it with UpdateEntry.");
                }

                if (existing is null)
                {
                    await RequireRoomAsync(context, request.MeetId, cancellation);
                    await entries.WriteAsync(transaction, meet, [], [entry], cancellation);
                }

                return new V1.CreateEntryResponse { Entry = EntryWire.ToWire(entry) };
            },
            cancellationToken);
    }

    private static async Task RequireRoomAsync(RegistrationContext context, string meetId, CancellationToken cancellationToken)
    {
        if (await context.CountEntriesAsync(meetId, cancellationToken) >= MeetLimits.Entries)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, Reasons.MeetFull, $"Meet '{meetId}' holds {MeetLimits.Entries} entries, the most it may.");
        }
    }
}
