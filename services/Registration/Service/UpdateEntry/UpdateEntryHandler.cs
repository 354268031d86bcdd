using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.UpdateEntry;

/// <summary>Replaces an entry. What is there as given already changes nothing.</summary>
internal sealed class UpdateEntryHandler(RegistrationWrites writes, EntryWrites entries)
{
    public Task<V1.UpdateEntryResponse> HandleAsync(V1.UpdateEntryRequest request, CancellationToken cancellationToken)
    {
        var draft = EntryWire.ToDraft(request.Entry, () => "");
        Identifier.Require(draft.EntryId, "entry.entry_id");
        return writes.CommitAsync(
            nameof(UpdateEntry),
            request.MeetId,
            request.RequestId,
            async (transaction, context, cancellation) =>
            {
                var meet = await context.RequireMeetAsync(request.MeetId, cancellation);
                var existing = await context.RequireEntryAsync(request.MeetId, draft.EntryId, "entry.entry_id", cancellation);
                if (existing.Visibility == Visibility.Erased)
                {
                    throw new RefusalException(RefusalKind.FailedPrecondition, Reasons.EntryErased, $"The person of entry '{existing.EntryId}' was erased: the entry stays as it is.");
                }

                var entry = await EntryWrites.ReadAsync(context, meet, draft, cancellation);
                if (entry != existing)
                {
                    await entries.WriteAsync(transaction, meet, [entry], [], cancellation);
                }

                return new V1.UpdateEntryResponse { Entry = EntryWire.ToWire(entry) };
            },
            cancellationToken);
    }
}
