using System.Globalization;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Replay;

public sealed class LargestRaceTests
{
    private const long GigabyteInKb = 1024 * 1024;

    [Fact]
    public async Task A_marathon_of_48000_runs_through_AllInOne_in_less_than_a_gigabyte()
    {
        var accept = AcceptFile.Named(AcceptFile.Largest);
        var file = accept.Require();
        using var folder = new TempFolder("accept");
        await using var system = await AllInOneSystem.StartAsync();

        var result = await ReplayRun.RunAsync(system, file, folder, accept.ReplayOptions);

        ResultsComparison.AssertEqual(file, result);
        var peak = PeakMemoryKb(system.Hosts["allinone"].Process.Id);
        TestContext.Current.TestOutputHelper?.WriteLine($"peak memory of the process: {peak / 1024} MB");
        Assert.True(peak < GigabyteInKb, $"The process needed {peak / 1024} MB.");
    }

    /// <summary>Highest resident memory of a process so far; 0 where the system does not tell.</summary>
    private static long PeakMemoryKb(int process)
    {
        var path = $"/proc/{process}/status";
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
