using System.Diagnostics;
using System.Globalization;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Testing.Tests.Servers;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Hands_over_variables_with_any_name_and_returns_exit_code_and_output()
    {
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__timing-db"] = "Host=a b;Port=1", ["HOME"] = null };
        await using var child = await ChildProcess.StartAsync(["sh", "-c", "env; exit 7"], null);
        await using var other = await ChildProcess.StartAsync(["env"], environment);

        Assert.Equal(7, await child.WaitForExitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(0, await other.WaitForExitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("ConnectionStrings__timing-db=Host=a b;Port=1", other.Lines);
        Assert.DoesNotContain(other.Lines, line => line.StartsWith("HOME=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_signal_reaches_what_the_process_started_too()
    {
        await using var child = await ChildProcess.StartAsync(["sh", "-c", "sh -c 'echo started; sleep 600' & wait"]);
        await Eventually.TrueAsync(() => child.Lines.Contains("started"));

        Assert.Equal(128 + 9, await child.StopAsync(UnixSignal.Kill, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Nothing_is_left_when_the_test_process_itself_is_killed()
    {
        using var shell = new Process
        {
            StartInfo = new ProcessStartInfo("/bin/sh", ["-c", ChildProcess.Wrapper, "sh", "sleep", "600"]) { RedirectStandardInput = true, RedirectStandardOutput = true },
        };
        shell.Start();
        var id = int.Parse((await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
        using var child = Process.GetProcessById(id);

        // What the system does when the process that holds the pipe is gone.
        shell.StandardInput.Close();

        await child.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20));
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(128 + 9, shell.ExitCode);
    }
}
