using System.Diagnostics;
using System.Net;
using Grpc.Net.Client;
using RaceSystem.Results.V1;

namespace RaceSystem.AllInOne.Tests.Demo;

public sealed class DemoTests
{
    private const string MeetId = "pyongyang-2025";

    [Fact]
    public async Task Standings_of_four_races_move_within_seconds()
    {
        var watch = Stopwatch.StartNew();
        await using var host = await HostProcess.StartAsync("services/AllInOne", arguments: ["--demo"]);
        using var channel = GrpcChannel.ForAddress(host.BaseAddress);
        var results = new ResultsService.ResultsServiceClient(channel);

        var first = await StartedAsync(results, moreThan: 0, host);
        TestContext.Current.TestOutputHelper?.WriteLine($"{first} runners had started {watch.Elapsed.TotalSeconds:0.0} s after the start of the process");
        await StartedAsync(results, moreThan: first, host);

        var progress = await results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = MeetId });
        Assert.Equal(4, progress.Races.Count);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        using var home = await http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    private static async Task<int> StartedAsync(ResultsService.ResultsServiceClient results, int moreThan, HostProcess host)
    {
        var started = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                var progress = await results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = MeetId });
                started = progress.Races.Sum(race => race.StartedCount);
                return started > moreThan;
            },
            TimeSpan.FromSeconds(30),
            () => host.Output);
        return started;
    }
}
