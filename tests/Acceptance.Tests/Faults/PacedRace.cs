using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Faults;

/// <summary>
/// A synthetic race that is replayed at a pace, so that something can go wrong in its middle, and the bytes of an
/// undisturbed replay to compare with.
/// </summary>
internal sealed class PacedRace : IDisposable
{
    // The race takes some 2 h 30 min: about 12 s.
    private const string Pace = "800x";

    private static readonly IReadOnlyList<string> Options = SyntheticRaceTests.Options(RaceBasis.NetElseGun);

    private readonly TempFolder _folder;
    private readonly string _file;
    private readonly string _clean;

    private PacedRace(TempFolder folder, string file, string clean)
    {
        _folder = folder;
        _file = file;
        _clean = clean;
    }

    /// <summary>Makes the race and replays it undisturbed through AllInOne.</summary>
    public static async Task<PacedRace> CreateAsync(RunningSystems systems)
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 1_200, Basis = RaceBasis.NetElseGun });
        var folder = new TempFolder("faults");
        var file = script.WriteTo(folder.Combine("race.csv"));
        var clean = await ReplayRun.RunAsync(await systems.GetAsync(SystemShape.AllInOne), file, folder, [.. Options]);
        ResultsComparison.AssertEqual(file, clean);
        return new PacedRace(folder, file, clean);
    }

    /// <summary>Replays at the pace, calls <paramref name="disturb"/> in the middle, and holds the result against the clean one.</summary>
    public async Task DisturbAsync(IReadOnlyList<string> where, Uri results, Func<Task> disturb)
    {
        await using var run = await ReplayRun.StartAsync(where, _file, _folder, [.. Options, "--speed", Pace]);
        using var probe = new MeetProgressProbe(results);
        await probe.MiddleAsync(run.MeetId, 0.1, () => run.HasExited, () => run.Output);

        await disturb();

        Assert.False(run.HasExited, $"The replay ended before the disturbance was over:\n{run.Output}");
        SameBytes.Assert(_clean, await run.FinishAsync());
    }

    public void Dispose() => _folder.Dispose();
}
