using System.Net;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;
using RaceSystem.Racectl.Simulate;
using RaceSystem.Testing;
using RaceSystem.Testing.Races;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Racectl.Tests.Simulate;

public sealed class DecoderLayoutTests
{
    public static TheoryData<string> Protocols() => ["all", .. DecoderProtocols.All.Select(protocol => protocol.Name)];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Every_crossing_is_delivered_by_one_decoder_of_the_runners_protocol_whatever_the_seed(string protocols)
    {
        using var folder = new TempFolder("layout");
        var file = RaceFileReader.Read(RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 60 }).WriteTo(folder.Combine("race.csv")));
        var spoken = protocols == "all" ? DecoderProtocols.All : [DecoderProtocols.Find(protocols)!];
        var plan = ReplayPlan.Make(file, "m", ReplayBasis.Net, SplitBasis.Net, row => DecoderLayout.ChipOf(row, spoken));
        var decoders = DecoderLayout.Decoders(plan, Options(spoken, seed: 1)).ToList();

        Assert.Equal(plan.Chips.Length, plan.Chips.Distinct().Count());
        Assert.Equal(plan.CrossingCount * 3, decoders.Sum(decoder => decoder.Reads.Count));
        Assert.All(decoders, decoder => Assert.All(decoder.Reads, read => Assert.Equal(decoder.Protocol.ChipDigits, read.Chip.Length)));
        Assert.Equal(
            plan.Devices.SelectMany(device => device.Crossings.Select(crossing => (device.TimingPointId, plan.Chips[crossing.Row], ReplayPlan.Gun.Micros + crossing.TimeUs))).Order(),
            decoders.SelectMany(decoder => decoder.Reads).Where(read => read.RssiDbm > -46).Select(read => (read.Location, read.Chip, read.TimeMicros)).Order());
        var again = DecoderLayout.Decoders(plan, Options(spoken, seed: 2));
        Assert.All(decoders.Zip(again), pair => Assert.Equal(pair.First.Reads, pair.Second.Reads));
        Assert.Equal(DecoderLayout.Devices(plan, spoken).Select(device => device.DeviceId).Order(), decoders.SelectMany(decoder => decoder.Devices).Select(device => device.DeviceId).Order());
    }

    private static SimulateOptions Options(IReadOnlyList<DecoderProtocol> protocols, int seed) => new(
        new ReplayOptions("race.csv", "m", ReplayBasis.Net, SplitBasis.Net, null, new ReadNoise(3, Seed: seed), null),
        protocols,
        EmulatorFaults.None,
        TimeZoneInfo.Utc,
        new Uri("http://localhost:5000"),
        null,
        new Dictionary<string, IPEndPoint>());
}
