using System.Globalization;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Replay;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Timing.Protocols;

namespace RaceSystem.Acceptance.Tests.Protocols;

/// <summary>
/// Each protocol plays a race through its emulator and real sockets into Timing, on bad lines; the results are those of
/// the clean upload, byte for byte.
/// </summary>
public sealed class SimulatedRaceTests(RunningSystems systems)
{
    private const string EveryDay = "mylaps";

    private static readonly string[] Faults = ["--jitter", "1ms", "--disconnects", "0.002", "--slow-acks", "2ms", "--malformed", "0.02", "--repeats", "0.05"];

    public static TheoryData<string> Protocols() => [.. DecoderProtocols.All.Select(protocol => protocol.Name)];

    public static TheoryData<string> RealRaces()
    {
        var cases = new TheoryData<string>();
        foreach (var protocol in DecoderProtocols.All)
        {
            cases.Add(new TheoryDataRow<string>(protocol.Name)
            {
                Skip = protocol.Name == EveryDay || AcceptFile.All ? null : $"Played with {AcceptFile.Variable}=all.",
            });
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(RealRaces))]
    public async Task A_real_race_over_a_protocol_gives_the_bytes_of_the_clean_upload(string protocol)
    {
        var accept = AcceptFile.Named("wroclaw_half_2023");
        var file = accept.Require();
        using var folder = new TempFolder("simulated");
        var system = await systems.GetAsync(SystemShape.AllInOne);
        var clean = await ReplayRun.RunAsync(system, file, folder, accept.ReplayOptions);

        SameBytes.Assert(clean, await ReplayRun.SimulateAsync(system, protocol, file, folder, [.. accept.ReplayOptions, .. Faults, "--seed", NextSeed()]));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_synthetic_race_over_each_protocol_gives_the_bytes_of_the_clean_upload(string protocol)
    {
        using var folder = new TempFolder("simulated");
        var file = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 150, Basis = RaceBasis.NetElseGun }).WriteTo(folder.Combine("race.csv"));
        var system = await systems.GetAsync(SystemShape.AllInOne);
        string[] options = [.. SyntheticRaceTests.Options(RaceBasis.NetElseGun)];
        var clean = await ReplayRun.RunAsync(system, file, folder, options);
        ResultsComparison.AssertEqual(file, clean);

        SameBytes.Assert(clean, await ReplayRun.SimulateAsync(system, protocol, file, folder, [.. options, .. Faults, "--seed", NextSeed()]));
    }

    [Fact]
    public async Task Decoders_of_all_makers_in_one_race_give_the_bytes_of_the_clean_upload_in_both_shapes()
    {
        using var folder = new TempFolder("simulated");
        var file = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 300 }).WriteTo(folder.Combine("race.csv"));
        var clean = await ReplayRun.RunAsync(await systems.GetAsync(SystemShape.AllInOne), file, folder);

        foreach (var shape in Enum.GetValues<SystemShape>())
        {
            SameBytes.Assert(clean, await ReplayRun.SimulateAsync(await systems.GetAsync(shape), "all", file, folder, [.. Faults, "--seed", NextSeed()]));
        }
    }

    private static string NextSeed() => Seed.Next().ToString(CultureInfo.InvariantCulture);
}
