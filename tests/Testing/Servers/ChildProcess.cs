using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace RaceSystem.Testing.Servers;

/// <summary>
/// A process of the tests, in a process group of its own. It is killed on dispose, and also when the test process ends in
/// any way: a small shell beside it holds a pipe from us and kills the group when the pipe closes.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Lines of output that are kept: the newest.</summary>
    public const int KeptLines = 5_000;

    // First line of output: the id of the process and its group. setsid does not fork here, because a child of a
    // non-interactive shell leads no group.
    // -s KILL: dash does not take -- after -KILL.
    internal const string Wrapper =
        "exec 3<&0; setsid \"$@\" </dev/null 3<&- & c=$!; echo $c; " +
        "{ cat >/dev/null; kill -s KILL -- -$c; } <&3 >/dev/null 2>&1 & w=$!; exec 3<&-; " +
        "wait $c; r=$?; kill $w 2>/dev/null; exit $r";

    private readonly Process _shell;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<int> _id = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process shell) => _shell = shell;

    /// <summary>Id of the process; also of its group.</summary>
    public int Id => _id.Task.Result;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _shell.HasExited;

    /// <summary>Exit code; 128 + signal when killed.</summary>
    public int ExitCode => _shell.ExitCode;

    /// <summary>The newest output, standard error included.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The newest output as text.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts a process.</summary>
    /// <param name="command">Program and arguments; the program by path or found in PATH.</param>
    /// <param name="environment">Added to this process's environment; null removes a variable.</param>
    /// <param name="workingFolder">Where it starts.</param>
    public static async Task<ChildProcess> StartAsync(
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingFolder = null)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? Path.GetTempPath(),
        };
        foreach (var argument in (string[])["-c", Wrapper, "sh", .. WithEnvironment(command, environment)])
        {
            start.ArgumentList.Add(argument);
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child._shell.OutputDataReceived += (_, line) => child.Keep(line.Data);
        child._shell.ErrorDataReceived += (_, line) => child.KeepLine(line.Data);
        child._shell.Start();
        child._shell.BeginOutputReadLine();
        child._shell.BeginErrorReadLine();
        await child._id.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return child;
    }

    /// <summary>Sends a signal to the process and all it started.</summary>
    public void Signal(UnixSignal signal)
    {
        if (!_shell.HasExited)
        {
            UnixProcess.SendToGroup(Id, signal);
        }
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan timeout)
    {
        await _shell.WaitForExitAsync().WaitAsync(timeout);
        return _shell.ExitCode;
    }

    /// <summary>Signals, waits, and kills when it takes longer than <paramref name="grace"/>.</summary>
    public async Task<int> StopAsync(UnixSignal signal, TimeSpan grace)
    {
        Signal(signal);
        try
        {
            return await WaitForExitAsync(grace);
        }
        catch (TimeoutException)
        {
            Signal(UnixSignal.Kill);
            return await WaitForExitAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited)
        {
            await StopAsync(UnixSignal.Kill, TimeSpan.FromSeconds(20));
        }

        _shell.Dispose();
    }

    // By env, not by our own environment: sh drops variables whose names it could not set, as ConnectionStrings__timing-db.
    private static IEnumerable<string> WithEnvironment(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?>? environment)
    {
        if (environment is null or { Count: 0 })
        {
            return command;
        }

        var removed = environment.Where(variable => variable.Value is null).SelectMany(variable => (string[])["-u", variable.Key]);
        var added = environment.Where(variable => variable.Value is not null).Select(variable => $"{variable.Key}={variable.Value}");
        return ["env", .. removed, .. added, .. command];
    }

    private void Keep(string? line)
    {
        if (line is not null && !_id.Task.IsCompleted && int.TryParse(line, CultureInfo.InvariantCulture, out var id))
        {
            _id.TrySetResult(id);
            return;
        }

        KeepLine(line);
    }

    private void KeepLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > KeptLines && _lines.TryDequeue(out _))
        {
        }
    }
}
