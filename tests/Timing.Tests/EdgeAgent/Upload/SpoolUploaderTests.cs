using RaceSystem.Testing;
using RaceSystem.Testing.Servers;
using RaceSystem.Timing.Tests.Service;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.EdgeAgent.Upload;

public sealed class SpoolUploaderTests(Databases databases) : IDisposable
{
    private readonly TempFolder _folder = new("agent");

    [Fact]
    public async Task Acked_lines_are_passings_though_the_server_came_late_and_the_agent_was_restarted()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using (var alone = await AgentHost.StartAsync(_folder.FullPath, nowhere))
        {
            Assert.Equal("ack 2", (await alone.SendAsync("A,1743897601000000,-60,1", "A,1743897601500000"))[^1]);
            Assert.Contains("\"unsentRecords\":1", await alone.GetAsync("/metrics.json"), StringComparison.Ordinal);
        }

        await using var timing = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await timing.ApplyPointsAsync();
        await using (var agent = await AgentHost.StartAsync(_folder.FullPath, timing.Address))
        {
            await agent.SendAsync("b,2025-04-06T00:00:02Z");
            await ReadsReachAsync(timing, 3);
        }

        await using var again = await AgentHost.StartAsync(_folder.FullPath, timing.Address);
        await again.SendAsync("c,2025-04-06T00:00:03Z", "c,2025-04-06T00:00:03Z");
        await ReadsReachAsync(timing, 4);
        Assert.Equal(["passings/finish/A", "passings/finish/B", "passings/finish/C"], (await timing.PassingsInLogAsync()).Keys);
        await Eventually.TrueAsync(async () => (await again.GetAsync("/metrics.json")).Contains("\"unsentRecords\":0", StringComparison.Ordinal));
        Assert.Contains("Edge agent d-finish", await again.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_line_costs_a_line_and_says_which()
    {
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, new Uri($"http://127.0.0.1:{FreePort.Next()}"));
        var answers = await agent.SendAsync("A,1743897601000000", "nonsense", "B,1743897602000000");
        Assert.Contains(answers, answer => answer.StartsWith("error 2 ", StringComparison.Ordinal));
        Assert.Contains("\"spooledReads\":2,\"refusedLines\":1", await agent.GetAsync("/metrics.json"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => agent.SendAsync(new string('A', 5_000)));
        Assert.Equal("ack 1", (await agent.SendAsync("C,1743897603000000"))[^1]);
    }

    public void Dispose() => _folder.Dispose();

    private static Task ReadsReachAsync(TimingHost timing, int count) => Eventually.TrueAsync(async () =>
        count == await timing.Meets.WriterOf(TimingHost.Meet).LookAsync(state => state.Reads.ReadCount, TestContext.Current.CancellationToken));
}
