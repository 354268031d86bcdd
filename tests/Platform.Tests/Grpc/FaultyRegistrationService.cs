using Grpc.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Platform.Tests.Grpc;

internal sealed class FaultyRegistrationService : RegistrationService.RegistrationServiceBase
{
    public override async Task<ImportEntriesResponse> ImportEntries(IAsyncStreamReader<ImportEntriesRequest> requestStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await Fault.ThrowAsync(requestStream.Current.Header.MeetId, context.CancellationToken);
        }

        return new ImportEntriesResponse();
    }

    public override Task<ApplyMeetResponse> ApplyMeet(ApplyMeetRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplyMeetResponse { Meet = request.Meet });
}
