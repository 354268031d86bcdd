using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Csv;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Tests.Protocols.Csv;

public sealed class CsvSessionTests
{
    private static readonly DateTimeOffset NineOClock = new(2025, 4, 6, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task every_read_arrives_over_a_bad_line()
    {
        var reads = EmulatedField.Reads(1_000, 12, NineOClock, Seed.Next(), 1, "");
        var setup = new SessionSetup();
        var run = await Conformance.DeliversEveryReadAsync(CsvProtocol.Definition, setup, reads, EmulatedField.AllFaults, Seed.Next(), hasLocations: false);
        Assert.True(run.Sessions > 1, "the line broke");
        Assert.NotEmpty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task a_quiet_line_delivers_every_read_once_in_batches()
    {
        var reads = EmulatedField.Reads(3_000, 12, NineOClock, Seed.Next(), 1, "");
        var setup = new SessionSetup();
        await Conformance.DeliversEveryReadAsync(CsvProtocol.Definition, setup, reads, EmulatorFaults.None, Seed.Next(), hasLocations: false);
        Assert.Equal(reads.Select(read => new DecodedRead(read.Chip, read.TimeMicros, read.RssiDbm, read.Antenna)), setup.Sink.Reads);
    }

    [Fact]
    public async Task a_line_is_acknowledged_after_it_is_stored_and_not_before()
    {
        var setup = Setup();
        setup.Sink.Hold();
        await using var decoder = new Conversation(CsvProtocol.Definition.CreateSession(setup.Context()));
        await decoder.SayAsync("AB12,2025-04-06T09:00:00Z\r\n");
        await Eventually.TrueAsync(() => setup.Sink.Waiting == 1);
        Assert.Empty(decoder.Heard);
        setup.Sink.Release();
        await decoder.HearAsync("ack 1\n");
    }

    [Fact]
    public async Task a_line_that_is_refused_is_answered_before_the_ack_and_costs_a_line_only()
    {
        var setup = Setup();
        await using var decoder = new Conversation(CsvProtocol.Definition.CreateSession(setup.Context()));
        await decoder.SayAsync($"AB12,2025-04-06T09:00:00\n{new string('x', 300)}\nAB12,2025-04-06T22:00:00Z\nAB12,2025-04-06T09:00:01Z\n");
        await decoder.HearAsync("ack 4\n");
        Assert.Contains("error 1 the time must be ISO 8601 with a zone", decoder.Heard, StringComparison.Ordinal);
        Assert.Contains("error 2 line too long\n", decoder.Heard, StringComparison.Ordinal);
        Assert.Contains("error 3 the time must lie between 1990 and half a day ahead", decoder.Heard, StringComparison.Ordinal);
        Assert.Single(setup.Sink.Reads);
        Assert.Equal(3, setup.Sink.Rejected.Count);
    }

    [Fact]
    public async Task a_line_that_was_cut_off_with_the_connection_is_none()
    {
        var setup = Setup();
        await using var decoder = new Conversation(CsvProtocol.Definition.CreateSession(setup.Context()));
        await decoder.SayAsync("AB12,2025-04-06T09:00:00Z\nAB13,174393000000000");
        await decoder.HearAsync("ack 1\n");
        decoder.HangUp();
        await decoder.Session;
        Assert.Single(setup.Sink.Reads);
        Assert.Empty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task without_a_store_there_is_no_ack()
    {
        var setup = Setup();
        setup.Sink.Refuses = _ => true;
        await using var decoder = new Conversation(CsvProtocol.Definition.CreateSession(setup.Context()));
        await decoder.SayAsync("AB12,2025-04-06T09:00:00Z\n");
        await Assert.ThrowsAsync<DecoderSinkException>(() => decoder.Session);
        Assert.Empty(decoder.Heard);
    }

    [Fact]
    public async Task declared_columns_hold_for_connections_too_and_give_locations()
    {
        var setup = Setup(new() { ["chip"] = "Tag", ["time"] = "When", ["location"] = "Where", ["delimiter"] = ";", ["time-format"] = "unix-ms" });
        await using var decoder = new Conversation(CsvProtocol.Definition.CreateSession(setup.Context()));
        await decoder.SayAsync("Where;When;Tag\nfinish;1743930000000;ab12\n10K;1743930000001;ab13\n");
        await decoder.HearAsync("ack 3\n");
        Assert.Equal(["10K", "finish"], setup.Sink.Batches.Select(batch => batch.Location).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task a_mapping_that_makes_no_sense_ends_the_session_with_what_to_do()
    {
        var setup = Setup(new() { ["time-format"] = "stardate" });
        await using var decoder = new Conversation(CsvProtocol.Definition.CreateSession(setup.Context()));
        var exception = await Assert.ThrowsAsync<DecoderProtocolException>(() => decoder.Session);
        Assert.Contains("zoned", exception.Message, StringComparison.Ordinal);
    }

    private static SessionSetup Setup(Dictionary<string, string>? settings = null) => new() { Clock = new FakeTimeProvider(NineOClock), Settings = settings ?? [] };
}
