using RaceSystem.Testing;
using RaceSystem.Testing.Servers;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Tests.Service;

namespace RaceSystem.Timing.Tests.EdgeAgent.Upload;

public sealed class UploadTests(Databases databases) : IDisposable
{
    private readonly TempFolder _folder = new("agent");

    [Fact]
    public async Task Acknowledged_reads_are_passings_though_the_server_came_late_and_the_agent_was_restarted()
    {
        var reads = AgentHost.Reads(600);
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using (var alone = await AgentHost.StartAsync(_folder.FullPath, nowhere))
        {
            await alone.DeliverAsync([.. reads.Take(300)]);
            Assert.Equal(300, alone.Status.Devices.Sum(device => device.UnsentReads));
            Assert.All(alone.Status.Devices.Where(device => device.UnsentReads > 0), device => Assert.InRange(device.OldestUnsentSeconds!.Value, 3_000, 3_700));
        }

        await using var timing = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await using (var agent = await AgentHost.StartAsync(_folder.FullPath, timing.Address))
        {
            // Timing does not know the devices yet: the reads wait, and nobody has to restart anything.
            await agent.DeliverAsync([.. reads.Skip(300).Take(200)]);
            await Eventually.TrueAsync(() => agent.Status.Devices.All(device => device.Problem is not null));
            await timing.ApplyPointsAsync();
            await ReadsReachAsync(timing, 500);
            await Eventually.TrueAsync(() => agent.Status.Devices.All(device => device is { UnsentReads: 0, Uploading: true, Problem: null }));
        }

        await using var again = await AgentHost.StartAsync(_folder.FullPath, timing.Address);
        await again.DeliverAsync([.. reads.Skip(500)]);
        await ReadsReachAsync(timing, 600);
        var passings = await timing.PassingsInLogAsync();
        Assert.Equal(reads.Select(read => $"passings/{read.Location.ToLowerInvariant()}/{read.Chip}").Distinct().Order(StringComparer.Ordinal), passings.Keys);
    }

    [Fact]
    public async Task A_line_that_is_cut_again_and_again_loses_and_doubles_nothing()
    {
        var reads = AgentHost.Reads(3_000);
        await using var timing = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await timing.ApplyPointsAsync();
        await using var proxy = TcpProxy.Start(timing.Address.Port);
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, new Uri($"http://127.0.0.1:{proxy.Port}"));
        var random = Seed.NextRandom();
        await using var decoder = AgentHost.Decoder(reads, agent.Toolkit, new EmulatorFaults(TimeSpan.FromMilliseconds(20), 0.02, TimeSpan.Zero, 0.02, 0.05));
        var delivering = decoder.RunAsync(TestContext.Current.CancellationToken);
        while (!delivering.IsCompleted)
        {
            await MoreAsync();
            proxy.Cut(dropsNew: random.Next(2) == 0);
            await MoreAsync();
            proxy.Restore();
        }

        await delivering;
        Assert.NotEqual(0, proxy.Cuts);
        await ReadsReachAsync(timing, 3_000);
        await Eventually.TrueAsync(() => agent.Status.Devices.All(device => device.UnsentReads == 0));

        Task MoreAsync()
        {
            var until = decoder.Delivered + random.Next(1, 200);
            return Eventually.TrueAsync(() => delivering.IsCompleted || decoder.Delivered >= until);
        }
    }

    [Fact]
    public async Task What_Timing_refuses_for_good_is_set_aside_and_holds_nothing_up()
    {
        await using var timing = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await timing.ApplyPointsAsync();
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, timing.Address);
        var now = AgentHost.MicrosAgo(TimeSpan.FromMinutes(10));
        await agent.StoreAsync("d-finish", new DecodedRead("A", now), new DecodedRead("LOUD", now, 2_000), new DecodedRead("B", now));
        await agent.StoreAsync("d-finish", new DecodedRead("C", now));
        await ReadsReachAsync(timing, 3);
        await Eventually.TrueAsync(() => agent.Status.Devices.Single(device => device.Id == "d-finish") is { RefusedReads: 1, UnsentReads: 0 });
        var refused = await File.ReadAllTextAsync(Path.Combine(_folder.FullPath, "m", "refused-d-finish.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("COLUMNS_INVALID", refused, StringComparison.Ordinal);
        Assert.Contains($"\nLOUD,{now},2000,0\n", refused, StringComparison.Ordinal);
        Assert.Contains("refused-d-finish.csv", Assert.Single(agent.Status.Alarms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_that_cannot_be_right_are_held_by_Timing_and_not_refused()
    {
        await using var timing = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await timing.ApplyPointsAsync();
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, timing.Address);
        await agent.StoreAsync("d-finish", new DecodedRead("OLD", 315_532_800_000_000), new DecodedRead("NEW", AgentHost.MicrosAgo(TimeSpan.FromMinutes(1))));
        await ReadsReachAsync(timing, 2);
        Assert.Equal(0, agent.Status.Devices.Sum(device => device.RefusedReads));
    }

    public void Dispose() => _folder.Dispose();

    private static Task ReadsReachAsync(TimingHost timing, int count) => Eventually.TrueAsync(async () =>
        count == await timing.Meets.WriterOf(TimingHost.Meet).LookAsync(state => state.Reads.ReadCount, TestContext.Current.CancellationToken));
}
