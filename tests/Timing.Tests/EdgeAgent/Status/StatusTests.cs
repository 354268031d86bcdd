using System.Net;
using System.Text.Json;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;
using RaceSystem.Timing.EdgeAgent;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Tests.EdgeAgent.Spool;

namespace RaceSystem.Timing.Tests.EdgeAgent.Status;

public sealed class StatusTests : IDisposable
{
    private readonly TempFolder _folder = new("agent");
    private readonly Uri _nowhere = new($"http://127.0.0.1:{FreePort.Next()}");

    [Fact]
    public async Task A_full_disk_is_an_alarm_and_no_ack_and_the_reads_come_again_when_there_is_room()
    {
        var disk = new SimulatedDisk { Capacity = 20_000 };
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, _nowhere, disk);
        await using var decoder = AgentHost.Decoder(AgentHost.Reads(2_000), agent.Toolkit);
        var delivering = decoder.RunAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => agent.Status.Alarms.Any(alarm => alarm.Contains("takes no reads", StringComparison.Ordinal)));
        var acked = decoder.Delivered;
        Assert.InRange(acked, 1, 1_999);
        Assert.True(agent.Spool.With("d-start", lanes => lanes.Reads) + agent.Spool.With("d-finish", lanes => lanes.Reads) >= acked);
        Assert.Contains("role=\"alert\"", await agent.GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("\nracesystem_edge_alarms 1\n", await agent.GetAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(acked, decoder.Delivered);

        disk.Capacity = long.MaxValue;
        await delivering;
        Assert.Equal(2_000, agent.Spool.ChipsOf("d-start").Count + agent.Spool.ChipsOf("d-finish").Count);
        await Eventually.TrueAsync(() => agent.Status.Alarms.Count == 0);
    }

    [Fact]
    public async Task Room_that_runs_out_is_an_alarm_before_reads_are_refused()
    {
        var disk = new SimulatedDisk { Capacity = (2 << 20) - 1 };
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, _nowhere, disk);
        await agent.StoreAsync("d-finish", new DecodedRead("A", 1));
        await Eventually.TrueAsync(() => agent.Status.Alarms.Any(alarm => alarm.Contains("no room for another part", StringComparison.Ordinal)));
        await agent.StoreAsync("d-finish", new DecodedRead("B", 1));
    }

    [Fact]
    public async Task The_page_JSON_and_metrics_tell_the_same()
    {
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, _nowhere);
        await agent.DeliverAsync(AgentHost.Reads(100));
        var page = await agent.GetAsync("/");
        Assert.Contains("Edge agent of m", page, StringComparison.Ordinal);
        Assert.Contains("toolkit", page, StringComparison.Ordinal);
        var metrics = await agent.GetAsync("/metrics");
        Assert.Contains("racesystem_edge_decoder_reads_total{decoder=\"toolkit\",protocol=\"mylaps\"} 100\n", metrics, StringComparison.Ordinal);
        Assert.Contains("# TYPE racesystem_edge_journal_seconds histogram\n", metrics, StringComparison.Ordinal);
        Assert.All(metrics.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'), line => Assert.Matches(@"^racesystem_edge_[a-z_]+(\{[a-z]+=""[^""]*""(,[a-z]+=""[^""]*"")*\})? [-+0-9.eE]+$", line));
        var json = JsonDocument.Parse(await agent.GetAsync("/metrics.json")).RootElement;
        Assert.Equal(100, json.GetProperty("devices").EnumerateArray().Sum(device => device.GetProperty("unsentReads").GetInt64()));
    }

    [Fact]
    public async Task A_location_nobody_declared_gets_no_ack_and_a_dead_letter_that_says_what_to_do()
    {
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, _nowhere);
        await using var decoder = AgentHost.Decoder([AgentHost.Reads(1)[0] with { Location = "20K" }], agent.Toolkit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var delivering = decoder.RunAsync(stop.Token);
        await Eventually.TrueAsync(() => agent.Status.DeadLetters > 0);
        Assert.Contains("Location &#39;20K&#39; has no device", await agent.GetAsync("/"), StringComparison.Ordinal);
        Assert.Equal(0, decoder.Delivered);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering);
    }

    [Fact]
    public async Task Posts_of_a_decoder_are_answered_after_the_disk_has_them()
    {
        const string Event = """{"eventType":"tagInventory","timestamp":"2026-04-02T12:00:00Z","tagInventoryEvent":{"epcHex":"300833B2DDD9014000000000","antennaPort":1,"peakRssiCdbm":-5234,"lastSeenTime":"2026-04-02T12:00:01Z"}}""";
        var disk = new SimulatedDisk();
        await using var agent = await AgentHost.StartAsync(_folder.FullPath, _nowhere, disk);
        Assert.Equal(HttpStatusCode.OK, (await agent.PostAsync("/decoders/rack", $"[{Event}]")).Code);
        Assert.Equal(["300833B2DDD9014000000000"], agent.Spool.ChipsOf("d-backup"));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PostAsync("/decoders/other", "[]")).Code);
        disk.Capacity = 0;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await agent.PostAsync("/decoders/rack", $"[{Event}]")).Code);
    }

    [Fact]
    public void Settings_that_are_wrong_are_told_one_by_one()
    {
        var options = new EdgeAgentOptions { MeetId = "M!", SegmentMegabytes = 0 };
        options.Decoders.Add(new DecoderOptions { Id = "a", Protocol = "morse", Device = "d" });
        options.Decoders.Add(new DecoderOptions { Id = "a", Protocol = "mylaps", Address = "nowhere", TimeZone = "Mars/North", Date = "6.4." });
        var problems = string.Join('\n', options.Problems());
        foreach (var expected in (string[])["EdgeAgent:MeetId", "SegmentMegabytes", "'morse' is no protocol", "'nowhere' is no IP address", "declare the device", "'Mars/North' is no time zone", "'6.4.' is no date", "'a' is given 2 times"])
        {
            Assert.Contains(expected, problems, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();
}
