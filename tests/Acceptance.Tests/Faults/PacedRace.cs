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
    private readonly int _crossings;

    private PacedRace(TempFolder folder, string file, string clean, int crossings)
    {
        _crossings = crossings;
        _folder = folder;
        _file = file;
        _clean = clean;
    }

    /// <summary>Makes the race and replays it undisturbed through AllInOne.</summary>
    public static async Task<PacedRace> CreateAsync(RunningSystems systems, int runners = 1_200)
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = runners, Basis = RaceBasis.NetElseGun });
        var folder = new TempFolder("faults");
        var file = script.WriteTo(folder.Combine("race.csv"));
        var clean = await ReplayRun.RunAsync(await systems.GetAsync(SystemShape.AllInOne), file, folder, [.. Options]);
        ResultsComparison.AssertEqual(file, clean);
        var crossings = script.Runners.Sum(runner => runner.Splits.Append(runner.StartOffset).Append(runner.GunTime).Count(time => time is not null));
        return new PacedRace(folder, file, clean, crossings);
    }

    /// <summary>Replays at the pace through a system that is disturbed all the time, and holds the result against the clean one.</summary>
    public async Task RunAsync(IReadOnlyList<string> where)
    {
        await using var run = await ReplayRun.StartAsync(where, _file, _folder, [.. Options, "--speed", Pace]);
        SameBytes.Assert(_clean, await run.FinishAsync());
    }

    /// <summary>
    /// Replays at the pace, calls <paramref name="disturb"/> in the middle, and holds the result against the clean one. A
    /// replay may end before the disturbance does: without a broker everything has to go on.
    /// </summary>
    public async Task DisturbAsync(IReadOnlyList<string> where, Uri results, Func<Task> disturb)
    {
        await using var run = await ReplayRun.StartAsync(where, _file, _folder, [.. Options, "--speed", Pace]);
        using var probe = new MeetProgressProbe(results);
        await probe.MiddleAsync(run.MeetId, 0.1, () => run.HasExited, () => run.Output);

        await disturb();

        SameBytes.Assert(_clean, await run.FinishAsync());
    }

    /// <summary>As above at full speed: in the middle of the upload.</summary>
    public async Task DisturbUploadAsync(IReadOnlyList<string> where, Uri results, Func<Task> disturb)
    {
        await using var run = await ReplayRun.StartAsync(where, _file, _folder, [.. Options, "--reads-per-crossing", "10"]);
        using var probe = new MeetProgressProbe(results);
        var applied = await probe.TimingSequenceAsync(run.MeetId, 500, () => run.Output);
        Assert.True(applied < _crossings * 2 / 3, $"{applied} of {_crossings} crossings were in the standings already: not the middle.");

        await disturb();

        SameBytes.Assert(_clean, await run.FinishAsync());
    }

    public void Dispose() => _folder.Dispose();
}
