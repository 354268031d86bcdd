using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.ChronoTrack;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols.ChronoTrack;

public sealed class ChronoTrackConformanceTests
{
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("iso")]
    [InlineData("normal")]
    [InlineData("unix")]
    [InlineData("msecs")]
    public async Task every_read_of_an_emulated_decoder_arrives_whatever_the_line_does(string format)
    {
        var seed = Seed.Next();
        var setup = Setup(format);
        var reads = EmulatedField.Reads(3_000, 6, Start, seed, 10_000, "START", "10K", "Ziel Süd");
        var run = await Conformance.DeliversEveryReadAsync(ChronoTrackProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.True(run.Sessions > 1, "the line broke at least once");
        Assert.NotEmpty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task every_read_arrives_once_over_a_good_line()
    {
        var seed = Seed.Next();
        var setup = Setup("iso");
        var reads = EmulatedField.Reads(2_000, 6, Start, seed, 10_000, "START", "FINISH");
        await Conformance.DeliversEveryReadAsync(ChronoTrackProtocol.Definition, setup, reads, EmulatorFaults.None, seed);
        Assert.Equal(reads.Count, setup.Sink.Reads.Count);
        Assert.Empty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task a_sink_that_fails_now_and_then_loses_nothing()
    {
        var seed = Seed.Next();
        var random = new Random(seed);
        var setup = Setup("iso", new RecordingSink { Refuses = _ => random.Next(10) == 0 });
        var reads = EmulatedField.Reads(1_000, 6, Start, seed, 10_000, "START", "FINISH");
        await Conformance.DeliversEveryReadAsync(ChronoTrackProtocol.Definition, setup, reads, EmulatorFaults.None, seed);
    }

    private static SessionSetup Setup(string format, RecordingSink? sink = null) => new()
    {
        Sink = sink ?? new RecordingSink(),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Date = DateOnly.FromDateTime(Start.DateTime),
        Settings = new() { ["time-format"] = format },
    };
}
