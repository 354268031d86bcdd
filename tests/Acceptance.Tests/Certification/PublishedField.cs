using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Certification;

/// <summary>A race that was run in a system and is about to be published.</summary>
/// <param name="MeetId">Its meet.</param>
/// <param name="RaceId">The race.</param>
/// <param name="Bibs">Of the finishers, by place.</param>
internal sealed record PublishedField(string MeetId, string RaceId, IReadOnlyList<string> Bibs)
{
    public static async Task<PublishedField> RunAsync(IRunningSystem system, int runners)
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = runners, Basis = RaceBasis.Net });
        using var folder = new TempFolder("published");
        var file = script.WriteTo(folder.Combine("race.csv"));
        await using var replay = await ReplayRun.StartAsync(system, file, folder, [.. SyntheticRaceTests.Options(RaceBasis.Net)]);
        var rows = CsvRows.Read(await replay.FinishAsync());
        using var probe = new MeetProgressProbe(system.Results);
        return new PublishedField(replay.MeetId, (await probe.RaceAsync(replay.MeetId)).RaceId, [.. rows.Where(row => row["status"] == "FIN").Select(row => row["bib"])]);
    }

    public PublishingClient At(Uri results) => new(results, MeetId, RaceId);
}
