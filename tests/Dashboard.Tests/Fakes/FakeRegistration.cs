using Grpc.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

internal sealed class FakeRegistration(FakeMeet meet) : RegistrationService.RegistrationServiceBase
{
    public override Task<ListMeetsResponse> ListMeets(ListMeetsRequest request, ServerCallContext context) =>
        Task.FromResult(meet.Ask("registration", world => new ListMeetsResponse { Meets = { world.Registered, new Meet { MeetId = "older", DisplayName = "An older meet", RaceDay = "2024-04-07", TimeZone = "Europe/Dublin" } } }));

    public override Task<GetMeetResponse> GetMeet(GetMeetRequest request, ServerCallContext context) =>
        Task.FromResult(meet.Ask("registration", world => new GetMeetResponse { Meet = world.Known(request.MeetId).Registered }));
}
