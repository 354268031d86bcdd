using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Chronokeep;

namespace RaceSystem.Timing.Tests.Protocols.Chronokeep;

public sealed class ChronokeepSessionTests
{
    private const long Noon = 1_775_131_200;
    private static readonly DateTimeOffset Start = new(2026, 4, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_read_arrives_whatever_the_line_does()
    {
        var seed = Seed.Next();
        var reads = EmulatedField.Reads(1_500, 24, Start, seed, 1_000, "start", "finish");
        var setup = new SessionSetup();
        var run = await Conformance.DeliversEveryReadAsync(ChronokeepProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.True(run.Sessions > 3, "the line broke now and then");
        Assert.NotEmpty(setup.Sink.Rejected);
        Assert.NotEmpty(setup.Sink.Samples);
    }

    [Fact]
    public async Task Reads_that_were_not_stored_are_fetched_on_the_next_connection()
    {
        var seed = Seed.Next();
        var random = new Random(seed);
        var reads = EmulatedField.Reads(1_000, 24, DateTimeOffset.UnixEpoch.AddSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 600), seed, 1_000, "finish");
        var setup = new SessionSetup();
        setup.Sink.Refuses = _ => random.Next(10) == 0;
        var run = await Conformance.DeliversEveryReadAsync(ChronokeepProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.True(run.Sessions > 3);
    }

    [Fact]
    public async Task A_session_subscribes_compares_clocks_and_asks_for_a_day()
    {
        var setup = new SessionSetup();
        await using var conversation = new Conversation(ChronokeepProtocol.Definition.CreateSession(setup.Context()));
        await conversation.HearAsync("""{"command":"connect","reads":true}""" + "\n");
        await conversation.SayAsync(ChronokeepSamples.Connected + "\n");
        await conversation.HearAsync("""{"command":"time_get"}""" + "\n");
        await conversation.SayAsync(ChronokeepSamples.Time + "\n");
        await conversation.HearAsync($$"""{"command":"reads_get","start_seconds":{{Noon - 86_400}},"end_seconds":7258118400}""" + "\n" + """{"command":"time_get"}""");
        var (_, sample) = Assert.Single(setup.Sink.Samples);
        Assert.Equal(ChronokeepSamples.Noon + 500_000, sample.DeviceMicros);
        Assert.True(sample.RoundTripMicros >= 1_000_000, "a clock shown in seconds is known to a second");
        Assert.Equal("Finish portal", Assert.Single(setup.Sink.Reports).Name);
    }

    [Fact]
    public async Task The_place_to_go_on_from_moves_only_when_nothing_missed_is_left()
    {
        var setup = new SessionSetup();
        setup.Memory.Remember("chronokeep-newest-s", $"{Noon - 1_000}");
        await using var conversation = new Conversation(ChronokeepProtocol.Definition.CreateSession(setup.Context()));
        await conversation.SayAsync(ChronokeepSamples.Connected + "\n" + ChronokeepSamples.Time + "\n");
        await conversation.HearAsync($"\"start_seconds\":{Noon - 1_300},");
        await conversation.SayAsync(ChronokeepSamples.Reads(ChronokeepSamples.Read("b", Noon - 1)) + "\n");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 1);
        Assert.Equal($"{Noon - 1_000}", setup.Memory.Recall("chronokeep-newest-s"));
        await conversation.SayAsync(ChronokeepSamples.Reads(ChronokeepSamples.Read("a", Noon - 900)) + "\n" + ChronokeepSamples.Time + "\n");
        await Eventually.TrueAsync(() => setup.Memory.Recall("chronokeep-newest-s") == $"{Noon - 1}");
    }

    [Fact]
    public async Task A_keep_alive_is_answered_after_what_came_before_it_is_stored()
    {
        var setup = new SessionSetup();
        setup.Sink.Hold();
        await using var conversation = new Conversation(ChronokeepProtocol.Definition.CreateSession(setup.Context()));
        await conversation.SayAsync(ChronokeepSamples.Connected + "\n" + ChronokeepSamples.Reads(ChronokeepSamples.Read("a", Noon)) + "\n{\"command\":\"keepalive\"}\n");
        await Eventually.TrueAsync(() => setup.Sink.Waiting == 1);
        Assert.DoesNotContain("keepalive_ack", conversation.Heard, StringComparison.Ordinal);
        setup.Sink.Release();
        await conversation.HearAsync("keepalive_ack");
    }

    [Fact]
    public async Task A_list_that_is_longer_than_any_frame_is_taken_read_by_read()
    {
        var setup = new SessionSetup { Limits = new SessionLimits(1_024, TimeSpan.FromMinutes(1)) };
        await using var conversation = new Conversation(ChronokeepProtocol.Definition.CreateSession(setup.Context()));
        await conversation.SayAsync(ChronokeepSamples.Reads([.. Enumerable.Range(1, 3_000).Select(number => ChronokeepSamples.Read($"{number:x}", Noon))]) + "\n");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 3_000);
        Assert.Empty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task A_portal_without_a_free_connection_ends_the_session_with_the_reason()
    {
        await using var conversation = new Conversation(ChronokeepProtocol.Definition.CreateSession(new SessionSetup().Context()));
        await conversation.SayAsync("""{"command":"error","error":{"error_type":"TOO_MANY_CONNECTIONS"}}""" + "\n");
        Assert.Contains("no connection left", (await Assert.ThrowsAsync<DecoderProtocolException>(() => conversation.Session)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_reads_and_broken_lines_are_rejected_and_the_session_goes_on()
    {
        var setup = new SessionSetup();
        await using var conversation = new Conversation(ChronokeepProtocol.Definition.CreateSession(setup.Context()));
        await conversation.SayAsync(ChronokeepSamples.Reads(ChronokeepSamples.Read("12", Noon, "bib", "manual"), ChronokeepSamples.Read("a", Noon)) + "\n?!\n{\"command\":\"reads\",\"list\":[{\"identifier\"\n"
            + ChronokeepSamples.Reads(ChronokeepSamples.Read("b", Noon)) + "\n{\"command\":\"disconnect\"}\n");
        await conversation.Session;
        Assert.Equal(["A", "B"], setup.Sink.Reads.Select(read => read.Chip));
        Assert.Equal([PortalRead.IsBib, "not JSON", "the JSON object does not end where its line does"], setup.Sink.Rejected.Select(frame => frame.Reason));
    }
}
