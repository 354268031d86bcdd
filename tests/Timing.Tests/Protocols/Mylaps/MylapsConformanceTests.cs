using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Mylaps;

namespace RaceSystem.Timing.Tests.Protocols.Mylaps;

public sealed class MylapsConformanceTests
{
    private static readonly DateTimeOffset Start = new(2025, 4, 13, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1")]
    [InlineData("2.1")]
    public async Task every_read_of_an_emulated_decoder_arrives_whatever_the_line_does(string version)
    {
        var seed = Seed.Next();
        var setup = new SessionSetup { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Dubai"), Settings = new() { ["version"] = version } };
        var reads = EmulatedField.Reads(3_000, 7, Start, seed, 1_000, "Start", "21Km = 2Km", "Ziel Süd");
        var run = await Conformance.DeliversEveryReadAsync(MylapsProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.True(run.Sessions > 1, "the line broke at least once");
        Assert.NotEmpty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task every_read_arrives_once_over_a_good_line()
    {
        var seed = Seed.Next();
        var setup = new SessionSetup();
        var reads = EmulatedField.Reads(1_000, 7, Start, seed, 1_000, "Start", "Finish");
        await Conformance.DeliversEveryReadAsync(MylapsProtocol.Definition, setup, reads, EmulatorFaults.None, seed);
        Assert.Equal(reads.Count, setup.Sink.Reads.Count);
        Assert.Empty(setup.Sink.Rejected);
        Assert.Equal(reads.Select(read => read.Antenna).Order(), setup.Sink.Reads.Select(read => read.Antenna).Order());
    }

    [Fact]
    public async Task a_sink_that_fails_now_and_then_loses_nothing()
    {
        var seed = Seed.Next();
        var random = new Random(seed);
        var setup = new SessionSetup { Sink = new RecordingSink { Refuses = _ => random.Next(10) == 0 } };
        var reads = EmulatedField.Reads(1_000, 7, Start, seed, 1_000, "Start", "Finish");
        await Conformance.DeliversEveryReadAsync(MylapsProtocol.Definition, setup, reads, EmulatorFaults.None, seed);
    }
}
