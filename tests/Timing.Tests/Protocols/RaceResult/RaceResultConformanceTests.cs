using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.RaceResult;

namespace RaceSystem.Timing.Tests.Protocols.RaceResult;

public sealed class RaceResultConformanceTests
{
    private static readonly DateTimeOffset Start = new(2024, 6, 2, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task every_read_of_an_emulated_decoder_arrives_whatever_the_line_does()
    {
        var seed = Seed.Next();
        var setup = new SessionSetup { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        var reads = EmulatedField.Reads(3_000, 7, Start, seed, 1_000, "Finish", "Ziel Süd");
        var run = await Conformance.DeliversEveryReadAsync(RaceResultProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.True(run.Sessions > 3, "the line broke at least once");
        Assert.NotEmpty(setup.Sink.Rejected);
        Assert.Equal($"8:{reads.Count - (reads.Count / 2)}", setup.Memory.Values["raceresult/last"]);
    }

    [Fact]
    public async Task every_read_is_stored_once_since_numbers_tell_repetitions()
    {
        var seed = Seed.Next();
        var setup = new SessionSetup();
        var reads = EmulatedField.Reads(2_000, 7, Start, seed, 1_000, "Finish");
        await Conformance.DeliversEveryReadAsync(RaceResultProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.Equal(reads.Count, setup.Sink.Reads.Count);
    }

    [Fact]
    public async Task a_sink_that_fails_now_and_then_loses_nothing()
    {
        var seed = Seed.Next();
        var random = new Random(seed);
        var setup = new SessionSetup { Sink = new RecordingSink { Refuses = _ => random.Next(10) == 0 } };
        var reads = EmulatedField.Reads(1_000, 7, Start, seed, 1_000, "Finish");
        await Conformance.DeliversEveryReadAsync(RaceResultProtocol.Definition, setup, reads, EmulatorFaults.None, seed);
    }

    [Fact]
    public async Task every_posted_record_arrives_whatever_the_line_does()
    {
        var seed = Seed.Next();
        var setup = new SessionSetup();
        var reads = EmulatedField.Reads(2_001, 7, Start, seed, 1_000, "START", "FINISH");
        await Conformance.DeliversEveryReadAsync(RaceResultProtocol.Webhook, setup, reads, EmulatedField.AllFaults, seed);
        Assert.NotEmpty(setup.Sink.Rejected);
    }
}
