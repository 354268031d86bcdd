using Grpc.Net.Client;
using RaceSystem.Registration.V1;

namespace RaceSystem.AllInOne.Tests;

public sealed class DataFolderTests
{
    [Fact]
    public async Task What_was_entered_is_there_after_a_stop_and_a_start()
    {
        using var folder = new TempFolder("allinone");
        await using var host = await HostProcess.StartAsync("services/AllInOne", arguments: ["--data", folder.FullPath]);
        using var channel = GrpcChannel.ForAddress(host.BaseAddress);
        var registration = new RegistrationService.RegistrationServiceClient(channel);
        var meet = new Meet { MeetId = "kept", DisplayName = "Kept", TimeZone = "Asia/Pyongyang", RaceDay = "2025-04-06" };
        await registration.ApplyMeetAsync(new ApplyMeetRequest { Meet = meet });

        Assert.Equal(0, await host.StopAsync(TimeSpan.FromSeconds(25)));
        await host.RestartAsync();

        var kept = await registration.GetMeetAsync(new GetMeetRequest { MeetId = "kept" });
        Assert.Equal("Kept", kept.Meet.DisplayName);
    }

    [Fact]
    public async Task It_says_where_everything_is()
    {
        using var folder = new TempFolder("allinone");
        await using var host = await HostProcess.StartAsync("services/AllInOne", arguments: ["--data", folder.FullPath]);

        var address = host.BaseAddress.ToString().TrimEnd('/');
        await Eventually.TrueAsync(
            () => host.Output.Contains($"{address}/health", StringComparison.Ordinal) && host.Output.Contains(folder.FullPath, StringComparison.Ordinal),
            state: () => host.Output);
    }
}
