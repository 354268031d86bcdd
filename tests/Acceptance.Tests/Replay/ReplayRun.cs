using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Replay;

/// <summary>One replay of a race file through a system into a meet of its own.</summary>
internal sealed class ReplayRun : IAsyncDisposable
{
    private static int _meets;

    private readonly ChildProcess _racectl;

    private ReplayRun(string meetId, string resultFile, ChildProcess racectl)
    {
        MeetId = meetId;
        ResultFile = resultFile;
        _racectl = racectl;
    }

    public string MeetId { get; }

    /// <summary>The exported CSV; there once the run has ended.</summary>
    public string ResultFile { get; }

    public bool HasExited => _racectl.HasExited;

    public string Output => _racectl.Output;

    public static Task<ReplayRun> StartAsync(IRunningSystem system, string file, TempFolder folder, params string[] options) =>
        StartAsync(system.RacectlArguments, file, folder, options);

    public static Task<ReplayRun> StartAsync(IReadOnlyList<string> where, string file, TempFolder folder, params string[] options) =>
        StartAsync(["replay"], where, file, folder, options);

    /// <summary>Plays a race file through emulated decoders of a protocol, or of several.</summary>
    public static async Task<string> SimulateAsync(IRunningSystem system, string protocols, string file, TempFolder folder, params string[] options)
    {
        await using var run = await StartAsync(["timing", "simulate", "--protocol", protocols], system.RacectlArguments, file, folder, options);
        return await run.FinishAsync();
    }

    private static async Task<ReplayRun> StartAsync(IReadOnlyList<string> command, IReadOnlyList<string> where, string file, TempFolder folder, params string[] options)
    {
        var meet = $"replay-{Interlocked.Increment(ref _meets)}";
        var result = folder.Combine($"{meet}.csv");
        return new ReplayRun(meet, result, await Racectl.StartAsync([.. command, file, "--meet", meet, "--out", result, .. where, .. options]));
    }

    /// <summary>Waits for the end and returns the exported CSV.</summary>
    public async Task<string> FinishAsync()
    {
        await Racectl.FinishAsync(_racectl);
        Assert.True(File.Exists(ResultFile), $"racectl ended well and wrote no {ResultFile}:\n{_racectl.Output}");
        return ResultFile;
    }

    public ValueTask DisposeAsync() => _racectl.DisposeAsync();

    /// <summary>Starts and finishes.</summary>
    public static async Task<string> RunAsync(IRunningSystem system, string file, TempFolder folder, params string[] options)
    {
        await using var run = await StartAsync(system, file, folder, options);
        return await run.FinishAsync();
    }
}
