using Grpc.Core;
using RaceSystem.Registration.Core;

namespace RaceSystem.Registration.Tests.Service.GetMeet;

public sealed class GetMeetTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_meet_comes_back_as_applied_with_the_number_of_its_entries(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.ImportAsync([Desk.Entry("e1"), Desk.Entry("e2")]);
        var answer = await desk.Client.GetMeetAsync(new() { MeetId = desk.MeetId }, cancellationToken: Desk.Cancellation);
        Assert.Equal(desk.SampleMeet(), answer.Meet);
        Assert.Equal(2, answer.EntryCount);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task An_unknown_meet_is_not_found(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        var (code, reason, _) = await Desk.RefusedAsync(() => desk.Client.GetMeetAsync(new() { MeetId = "nowhere" }).ResponseAsync);
        Assert.Equal((StatusCode.NotFound, Reasons.MeetUnknown), (code, reason));
    }

    [Fact]
    public async Task What_is_no_id_is_refused_by_field()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        var (code, reason, fields) = await Desk.RefusedAsync(() => desk.Client.GetMeetAsync(new() { MeetId = "No Where" }).ResponseAsync);
        Assert.Equal((StatusCode.InvalidArgument, Reasons.IdInvalid), (code, reason));
        Assert.Equal(["meet_id"], fields);
    }
}
