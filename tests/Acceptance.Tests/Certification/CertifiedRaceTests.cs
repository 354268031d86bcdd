using System.Globalization;
using System.Text.Json;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Certification;

/// <summary>
/// From the finish line to the certified result, in both shapes: reads, decisions, three published versions that verify and
/// reproduce without a server, also after a runner's person was erased.
/// </summary>
public sealed class CertifiedRaceTests(RunningSystems systems)
{
    private const int Runners = 120;

    [Theory]
    [InlineData(SystemShape.AllInOne)]
    [InlineData(SystemShape.SeparateHosts)]
    public async Task A_race_is_decided_published_verified_reproduced_and_erased_from(SystemShape shape)
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = Runners, Basis = RaceBasis.Net });
        using var folder = new TempFolder("certified");
        var file = script.WriteTo(folder.Combine("race.csv"));
        var system = await systems.GetAsync(shape);
        await using var replay = await ReplayRun.StartAsync(system, file, folder, [.. SyntheticRaceTests.Options(RaceBasis.Net)]);
        var bibs = CsvRows.Read(await replay.FinishAsync()).Where(row => row["status"] == "FIN").Select(row => row["bib"]).ToList();
        var race = await OfAsync(system, folder, replay.MeetId);

        var provisional = await race.PublishAsync("provisional");
        await race.DecideAsync("penalty", bibs[1], "--time", "90s", "--rule", "TR 7");
        var official = await race.PublishAsync("official");
        await race.DecideAsync("disqualify", bibs[0], "--rule", "TR 6.3");
        var amended = await race.PublishAsync("amended", "--reason", "the referee saw the video");

        foreach (var version in new[] { provisional, official, amended })
        {
            Assert.Equal(Runners, (await race.VerifyAsync(version.Document)).GetProperty("rows").GetInt32());
            await race.ReproduceAsync(version);
        }

        await AssertExplainedAsync(race, folder, replay.MeetId, bibs);
        await AssertErasedAsync(race, amended.Document, bibs[2]);
    }

    /// <summary>Versions are immutable: a document that was changed by one place does not verify.</summary>
    [Fact]
    public async Task A_version_that_was_changed_afterwards_does_not_verify()
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = Runners, Basis = RaceBasis.Net });
        using var folder = new TempFolder("certified");
        var file = script.WriteTo(folder.Combine("race.csv"));
        var system = await systems.GetAsync(SystemShape.AllInOne);
        await using var replay = await ReplayRun.StartAsync(system, file, folder, [.. SyntheticRaceTests.Options(RaceBasis.Net)]);
        await replay.FinishAsync();
        var race = await OfAsync(system, folder, replay.MeetId);
        var (document, _) = await race.PublishAsync("provisional");

        var lines = await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(document, lines.Replace("\"place\":2,", "\"place\":1,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await using var verify = await Replay.Racectl.StartAsync("results", "verify", document, "--key", race.KeyFile);
        Assert.Equal(1, await verify.WaitForExitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("NOT verified", verify.Output, StringComparison.Ordinal);
    }

    private static async Task<CertifiedRace> OfAsync(IRunningSystem system, TempFolder folder, string meetId)
    {
        using var probe = new MeetProgressProbe(system.Results);
        var race = new CertifiedRace(system, folder, meetId, (await probe.RaceAsync(meetId)).RaceId);
        await race.RunAsync("results", "key", "-o", race.KeyFile);
        return race;
    }

    /// <summary>What is explained is what is exported, and what is proven of the signed version.</summary>
    private static async Task AssertExplainedAsync(CertifiedRace race, TempFolder folder, string meetId, List<string> bibs)
    {
        var export = folder.Combine($"{meetId}-amended.csv");
        await race.RunAsync("results", "export", "--meet", meetId, "-o", export);
        var rows = CsvRows.Read(export).ToDictionary(row => row["bib"], StringComparer.Ordinal);
        Assert.Equal("DSQ", rows[bibs[0]]["status"]);
        foreach (var bib in new[] { bibs[1], bibs[Runners / 2] })
        {
            var explained = (await race.AskAsync("results", "explain", "--bib", bib)).GetProperty("result").GetProperty("standing");
            var (row, _) = await race.ProveAsync(bib);
            Assert.Equal(rows[bib]["official_time_s"], explained.GetProperty("officialTime").GetString()!.TrimEnd('s'));
            Assert.Equal(rows[bib]["official_time_s"], Number(row.GetProperty("official_ms").GetInt64() / 1_000));
            Assert.Equal(rows[bib]["place_overall"], Number(row.GetProperty("place").GetInt64()));
        }
    }

    /// <summary>The person is gone from the published version; rows, places, signature and evidence are what they were.</summary>
    private static async Task AssertErasedAsync(CertifiedRace race, string before, string bib)
    {
        var (row, person) = await race.ProveAsync(bib);
        Assert.NotEmpty(person);

        await race.AskAsync("entries", "erase", "--entry", row.GetProperty("entry_id").GetString()!, "--yes");
        var after = await Eventually.ValueAsync(
            async () => await race.DownloadAsync(3, "erased") is var version && (await race.VerifyAsync(version.Document)).GetProperty("hiddenPersons").GetInt32() == 1 ? version.Document : null,
            TimeSpan.FromSeconds(30),
            () => "The person is still in the version.");

        await race.ReproduceAsync((after, after.Replace(".jsonl", ".evidence", StringComparison.Ordinal)));
        Assert.Equal(RowsOf(before), RowsOf(after));
        var (same, nobody) = await race.ProveAsync(bib);
        Assert.Equal((row.ToString(), ""), (same.ToString(), nobody));
    }

    private static IEnumerable<string> RowsOf(string document) =>
        File.ReadLines(document).Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("row").ToString());

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
