using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.GetEntry;

/// <summary>Gives one entry.</summary>
internal sealed class GetEntryHandler(RegistrationReads reads)
{
    public async Task<V1.GetEntryResponse> HandleAsync(V1.GetEntryRequest request, CancellationToken cancellationToken)
    {
        await using var context = await reads.OpenAsync(cancellationToken);
        await context.RequireMeetAsync(request.MeetId, cancellationToken);
        return new() { Entry = EntryWire.ToWire(await context.RequireEntryAsync(request.MeetId, request.EntryId, "entry_id", cancellationToken)) };
    }
}
