using Grpc.Core;
using RaceSystem.Registration.Service.ApplyMeet;
using RaceSystem.Registration.Service.CreateEntry;
using RaceSystem.Registration.Service.EraseParticipant;
using RaceSystem.Registration.Service.GetEntry;
using RaceSystem.Registration.Service.GetMeet;
using RaceSystem.Registration.Service.ImportEntries;
using RaceSystem.Registration.Service.ListEntries;
using RaceSystem.Registration.Service.ListMeets;
using RaceSystem.Registration.Service.UpdateEntry;

namespace RaceSystem.Registration.Service;

/// <summary>Hands each call to its handler.</summary>
internal sealed class RegistrationGrpcService(
    ApplyMeetHandler applyMeet,
    GetMeetHandler getMeet,
    ListMeetsHandler listMeets,
    CreateEntryHandler createEntry,
    GetEntryHandler getEntry,
    ListEntriesHandler listEntries,
    UpdateEntryHandler updateEntry,
    ImportEntriesHandler importEntries,
    EraseParticipantHandler eraseParticipant) : V1.RegistrationService.RegistrationServiceBase
{
    public override Task<V1.ApplyMeetResponse> ApplyMeet(V1.ApplyMeetRequest request, ServerCallContext context) => applyMeet.HandleAsync(request, context.CancellationToken);

    public override Task<V1.GetMeetResponse> GetMeet(V1.GetMeetRequest request, ServerCallContext context) => getMeet.HandleAsync(request, context.CancellationToken);

    public override Task<V1.ListMeetsResponse> ListMeets(V1.ListMeetsRequest request, ServerCallContext context) => listMeets.HandleAsync(request, context.CancellationToken);

    public override Task<V1.CreateEntryResponse> CreateEntry(V1.CreateEntryRequest request, ServerCallContext context) => createEntry.HandleAsync(request, context.CancellationToken);

    public override Task<V1.GetEntryResponse> GetEntry(V1.GetEntryRequest request, ServerCallContext context) => getEntry.HandleAsync(request, context.CancellationToken);

    public override Task<V1.ListEntriesResponse> ListEntries(V1.ListEntriesRequest request, ServerCallContext context) => listEntries.HandleAsync(request, context.CancellationToken);

    public override Task<V1.UpdateEntryResponse> UpdateEntry(V1.UpdateEntryRequest request, ServerCallContext context) => updateEntry.HandleAsync(request, context.CancellationToken);

    public override Task<V1.ImportEntriesResponse> ImportEntries(IAsyncStreamReader<V1.ImportEntriesRequest> requestStream, ServerCallContext context) =>
        importEntries.HandleAsync(requestStream, context.CancellationToken);

    public override Task<V1.EraseParticipantResponse> EraseParticipant(V1.EraseParticipantRequest request, ServerCallContext context) => eraseParticipant.HandleAsync(request, context.CancellationToken);
}
