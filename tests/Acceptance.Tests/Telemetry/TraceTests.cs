using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Telemetry;

public sealed class TraceTests(RunningSystems systems)
{
    private static readonly string[] Joined = ["Microsoft.AspNetCore", "RaceSystem.Timing", "RaceSystem.Platform", "MassTransit", "RaceSystem.Results"];

    [Fact]
    public async Task One_trace_joins_upload_commit_bus_and_standing()
    {
        using var spans = new RecordedSpans();
        await using var system = await InProcessSystem.StartAsync(systems);
        using var folder = new TempFolder("trace");
        var file = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 100 }).WriteTo(folder.Combine("race.csv"));

        await using var run = await ReplayRun.StartAsync(system.RacectlArguments, file, folder, "--basis", "net");
        await run.FinishAsync();

        await Eventually.TrueAsync(
            () => spans.Traces.Any(trace => Joined.All(source => trace.Any(span => span.Source.Name == source))),
            TimeSpan.FromSeconds(15),
            () => string.Join("\n\n", spans.Traces.OrderByDescending(trace => trace.Count).Take(4).Select(RecordedSpans.Describe)));
    }
}
