using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.EraseParticipant;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.EraseParticipant;

/// <summary>Erases the person of an entry from tables, log and remembered answers, for good.</summary>
internal sealed class EraseParticipantHandler(RegistrationWrites writes, EntryWrites entries, ILogger<EraseParticipantHandler> log)
{
    public Task<V1.EraseParticipantResponse> HandleAsync(V1.EraseParticipantRequest request, CancellationToken cancellationToken) =>
        writes.CommitAsync(
            nameof(EraseParticipant),
            request.MeetId,
            request.RequestId,
            async (transaction, context, cancellation) =>
            {
                var meet = await context.RequireMeetAsync(request.MeetId, cancellation);
                var entry = await context.RequireEntryAsync(request.MeetId, request.EntryId, "entry_id", cancellation);
                if (entry.Visibility != Visibility.Erased)
                {
                    entry = EntryErasure.Of(entry, meet);
                    await entries.WriteAsync(transaction, meet, [entry], [], cancellation);
                    await RememberedAnswers.ForgetAsync(transaction, entry.EntryId, cancellation);
                    log.ParticipantErased(request.MeetId, entry.EntryId);
                }

                return new V1.EraseParticipantResponse { Entry = EntryWire.ToWire(entry) };
            },
            cancellationToken);
}
