using System.Text.Json;
using Grpc.Net.Client;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Timing.V1;

namespace RaceSystem.Acceptance.Tests.Protocols;

/// <summary>Logs of real readers, imported as a person does it.</summary>
public sealed class ImportedFileTests(RunningSystems systems)
{
    private const string MeetJson = """
        {
          "meetId": "MEET", "timeZone": "America/Toronto", "raceDay": "2018-04-08",
          "races": [{
            "raceId": "race",
            "course": { "visits": [
              { "splitId": "start", "timingPointId": "start", "kind": "COURSE_VISIT_KIND_START" },
              { "splitId": "finish", "timingPointId": "finish", "distanceM": 10000, "kind": "COURSE_VISIT_KIND_FINISH" } ] },
            "waves": [{ "waveId": "1" }]
          }]
        }
        """;

    [Fact]
    public async Task An_ipico_log_is_counted_and_importing_it_again_adds_nothing()
    {
        var file = RaceData.Require("raw", "ipico", "reads_100.txt");
        var system = await MeetAsync("import-ipico");
        string[] import = ["reads", "import", file, "--format", "ipico", "--meet", "import-ipico", "--point", "finish", "--device", "finish-1", .. system.RacectlArguments];

        AssertCounts((100, 100, 0, 0, 0, 100), await Replay.Racectl.AnswerAsync(import));
        AssertCounts((100, 0, 100, 0, 0, 100), await Replay.Racectl.AnswerAsync(import));

        // Another zone is another reading of the same file: its reads are others.
        AssertCounts((100, 100, 0, 0, 0, 100), await Replay.Racectl.AnswerAsync([.. import, "--time-zone", "+09:00"]));
    }

    [Theory]
    [InlineData("12-31-32", 28, 0)]
    [InlineData("12-45-13", 33, 0)]
    [InlineData("12-58-42", 47, 0)]
    [InlineData("13-13-05", 34, 16)]
    [InlineData("13-27-01", 53, 80)]
    public async Task An_impinj_log_gives_the_passings_that_were_counted_by_hand(string time, int passings, int shortTags)
    {
        var file = RaceData.Require("raw", "impinj", $"EliteMen-Impinj-2018-04-08-{time}.txt.gz");
        var meet = $"import-impinj-{time}";
        var system = await MeetAsync(meet);

        var answer = await Replay.Racectl.AnswerAsync(["reads", "import", file, "--format", "impinj", "--meet", meet, "--point", "finish", "--device", "finish-1", .. system.RacectlArguments]);

        // The count leaves tags out that have not the 96 bits of a race tag: they are rejected, each with its line and reason.
        Assert.Equal(shortTags, answer.GetProperty("rejected").GetInt64());
        Assert.Equal(answer.GetProperty("reads").GetInt64(), answer.GetProperty("accepted").GetInt64() + answer.GetProperty("duplicate").GetInt64());
        Assert.Equal(passings, await PassingsAsync(system, meet));
    }

    private async Task<IRunningSystem> MeetAsync(string meet)
    {
        var system = await systems.GetAsync(SystemShape.AllInOne);
        using var folder = new TempFolder("import");
        var file = folder.Combine("meet.json");
        await File.WriteAllTextAsync(file, MeetJson.Replace("MEET", meet, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Replay.Racectl.RunAsync(["meet", "apply", "-f", file, .. system.RacectlArguments]);
        return system;
    }

    private static async Task<int> PassingsAsync(IRunningSystem system, string meet)
    {
        using var channel = GrpcChannel.ForAddress(system.Results);
        var page = await new TimingService.TimingServiceClient(channel).ListPassingsAsync(
            new ListPassingsRequest { MeetId = meet, TimingPointId = "finish", PageSize = 1000 },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(page.NextPageToken);
        return page.Chips.Sum(chip => chip.Passings.Count);
    }

    private static void AssertCounts((long Reads, long Accepted, long Duplicate, long Rejected, long Markers, long Chips) expected, JsonElement answer)
    {
        long Count(string name) => answer.GetProperty(name).GetInt64();
        Assert.Equal(expected, (Count("reads"), Count("accepted"), Count("duplicate"), Count("rejected"), Count("markers"), Count("chips")));
    }
}
