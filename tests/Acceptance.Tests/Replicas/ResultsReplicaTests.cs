using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Replicas;

/// <summary>Results scales by replicas: each follows the logs through a queue of its own and computes the same standings.</summary>
public sealed class ResultsReplicaTests(RunningSystems systems)
{
    [Fact]
    public async Task Two_replicas_of_Results_on_one_database_give_the_same_bytes_also_after_one_was_killed()
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 800, Basis = RaceBasis.NetElseGun });
        using var folder = new TempFolder("replicas");
        var file = script.WriteTo(folder.Combine("race.csv"));
        var system = (SeparateHostsSystem)await systems.GetAsync(SystemShape.SeparateHosts);
        await using var replica = await system.StartReplicaAsync("results");

        await using var run = await ReplayRun.StartAsync(system, file, folder, [.. SyntheticRaceTests.Options(RaceBasis.NetElseGun)]);
        var fromFirst = await run.FinishAsync();

        ResultsComparison.AssertEqual(file, fromFirst);
        SameBytes.Assert(fromFirst, await ExportAsync(system, replica, run.MeetId, fromFirst, folder.Combine("replica.csv")));

        await replica.KillAsync();
        await replica.RestartAsync();
        SameBytes.Assert(fromFirst, await ExportAsync(system, replica, run.MeetId, fromFirst, folder.Combine("restarted.csv")));
    }

    /// <summary>racectl waited for the first replica only; the other may be a moment behind.</summary>
    private static async Task<string> ExportAsync(SeparateHostsSystem system, HostProcess replica, string meetId, string awaited, string file)
    {
        var expected = await File.ReadAllBytesAsync(awaited);
        string[] where = ["--registration", system.Hosts["registration"].BaseAddress.ToString(), "--timing", system.Hosts["timing"].BaseAddress.ToString(), "--results", replica.BaseAddress.ToString()];
        await Eventually.TrueAsync(
            async () =>
            {
                await using var export = await Replay.Racectl.StartAsync(["results", "export", "--meet", meetId, "--format", "csv", "--out", file, .. where]);
                return await export.WaitForExitAsync(TimeSpan.FromSeconds(60)) == 0 && Enumerable.SequenceEqual(expected, await File.ReadAllBytesAsync(file));
            },
            TimeSpan.FromSeconds(60),
            () => replica.Output);
        return file;
    }
}
