using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.GetMeet;

/// <summary>Gives one meet.</summary>
internal sealed class GetMeetHandler(RegistrationReads reads)
{
    public async Task<V1.GetMeetResponse> HandleAsync(V1.GetMeetRequest request, CancellationToken cancellationToken)
    {
        await using var context = await reads.OpenAsync(cancellationToken);
        var meet = await context.RequireMeetAsync(request.MeetId, cancellationToken);
        return new() { Meet = MeetWire.ToWire(meet.Meet), EntryCount = await context.CountEntriesAsync(request.MeetId, cancellationToken) };
    }
}
