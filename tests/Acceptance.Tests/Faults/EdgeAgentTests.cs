using System.Text.Json;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;
using RacectlProcess = RaceSystem.Acceptance.Tests.Replay.Racectl;

namespace RaceSystem.Acceptance.Tests.Faults;

public sealed class EdgeAgentTests(RunningSystems systems)
{
    private static readonly string[] Points = ["start", "5k", "10k", "15k", "20k", "half", "25k", "30k", "20mi", "35k", "40k", "finish"];
    private static readonly string[] Race = [.. SyntheticRaceTests.Options(RaceBasis.NetElseGun)];

    [Theory]
    [InlineData("mylaps")]
    [InlineData("chronotrack")]
    public async Task Kill_minus_nine_of_the_edge_agent_and_cuts_of_its_link_for_the_whole_race_change_no_byte(string protocol)
    {
        var random = Seed.NextRandom();
        using var folder = new TempFolder("edge");
        var file = RaceScript.Create(random.Next(), new RaceScriptOptions { Runners = 500, Basis = RaceBasis.NetElseGun }).WriteTo(folder.Combine("race.csv"));
        var system = await systems.GetAsync(SystemShape.AllInOne);
        var clean = await ReplayRun.RunAsync(system, file, folder, Race);

        var meet = $"edge-{protocol}";
        var port = FreePort.Next();
        await using var link = TcpProxy.Start(system.Results.Port);
        await using var agent = await HostProcess.StartAsync("services/Timing/EdgeAgent", Settings(meet, protocol, port, link.Port, folder.Combine("spool")));
        var result = folder.Combine("through-the-agent.csv");
        await using var simulation = await RacectlProcess.StartAsync(
            ["timing", "simulate", file, "--protocol", protocol, "--agent", $"127.0.0.1:{port}", "--meet", meet, "--out", result, "--jitter", "2ms", "--slow-acks", "8ms", .. Race, .. system.RacectlArguments]);

        var kills = 0;
        while (!simulation.HasExited)
        {
            await MoreReadsAsync(agent, simulation, random.Next(200, 1_500));
            if (random.Next(2) == 0)
            {
                await agent.KillAsync();
                await agent.RestartAsync();
                kills++;
            }
            else
            {
                link.Cut(dropsNew: random.Next(2) == 0);
                await MoreReadsAsync(agent, simulation, random.Next(1, 800));
                link.Restore();
            }
        }

        await RacectlProcess.FinishAsync(simulation);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {link.Cuts} cuts");
        Assert.True(kills > 1 && link.Cuts > 1, $"{kills} kills and {link.Cuts} cuts: hardly disturbed.");
        SameBytes.Assert(clean, result);
    }

    private static Dictionary<string, string?> Settings(string meet, string protocol, int port, int link, string spool)
    {
        var settings = new Dictionary<string, string?>
        {
            ["EdgeAgent__MeetId"] = meet,
            ["EdgeAgent__Server"] = $"http://127.0.0.1:{link}",
            ["EdgeAgent__Folder"] = spool,
            ["EdgeAgent__Decoders__0__Id"] = "toolkit",
            ["EdgeAgent__Decoders__0__Protocol"] = protocol,
            ["EdgeAgent__Decoders__0__Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["EdgeAgent__Decoders__0__TimeZone"] = "+02:00",
            ["EdgeAgent__Decoders__0__Date"] = "2025-01-05",
        };
        foreach (var point in Points)
        {
            settings[$"EdgeAgent__Decoders__0__Locations__{point}"] = $"{point}-1";
        }

        return settings;
    }

    /// <summary>Waits until the agent has spooled some more, or the simulation has no more to deliver.</summary>
    private static async Task MoreReadsAsync(HostProcess agent, ChildProcess simulation, int more)
    {
        using var http = new HttpClient { BaseAddress = agent.BaseAddress };
        var until = await SpooledAsync(http) + more;
        var waited = TimeProvider.System.GetTimestamp();
        await Eventually.TrueAsync(
            async () => simulation.HasExited || await SpooledAsync(http) >= until || TimeProvider.System.GetElapsedTime(waited) > TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(60),
            () => $"{agent.Output}\n{simulation.Output}");
    }

    private static async Task<long> SpooledAsync(HttpClient http)
    {
        using var status = JsonDocument.Parse(await http.GetStringAsync(new Uri("/metrics.json", UriKind.Relative), TestContext.Current.CancellationToken));
        return status.RootElement.GetProperty("devices").EnumerateArray().Sum(device => device.GetProperty("spooledReads").GetInt64());
    }
}
