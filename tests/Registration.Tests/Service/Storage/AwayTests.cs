using Grpc.Core;
using RaceSystem.Registration.Service;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Service.Storage;

public sealed class AwayTests
{
    [Fact]
    public async Task While_the_database_is_away_calls_are_refused_as_unavailable_and_work_again_when_it_is_back()
    {
        // A file lies where the database's folder has to be.
        using var folder = new TempFolder("registration");
        await File.WriteAllTextAsync(folder.Combine("later"), "", Desk.Cancellation);
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:registration-db"] = $"Data Source={folder.Combine("later", "registration.db")}" };
        await using var host = await ModuleHost.StartAsync([new RegistrationModule()], settings);
        var desk = new Desk(host, "meet-1");
        var read = Desk.RefusedAsync(() => desk.Client.GetMeetAsync(new() { MeetId = desk.MeetId }).ResponseAsync);
        var write = Desk.RefusedAsync(desk.ApplySampleAsync);
        Assert.Equal((StatusCode.Unavailable, "STORAGE_UNAVAILABLE"), ((await read).Code, (await read).Reason));
        Assert.Equal((StatusCode.Unavailable, "STORAGE_UNAVAILABLE"), ((await write).Code, (await write).Reason));

        File.Delete(folder.Combine("later"));
        await Eventually.TrueAsync(async () => (await desk.ApplySampleAsync()).Meet.MeetId == desk.MeetId);
    }
}
