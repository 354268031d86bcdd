using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.ChronoTrack;

namespace RaceSystem.Timing.Tests.Protocols.ChronoTrack;

public sealed class ChronoTrackSessionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly SessionSetup _setup;

    public ChronoTrackSessionTests() => _setup = new SessionSetup { Clock = _clock };

    [Fact]
    public async Task a_greeting_is_answered_with_our_wishes_and_questions()
    {
        await using var decoder = Connect();
        await decoder.SayAsync("SimpleClient~0.5.0~CTP01\r\n");
        await decoder.HearAsync("RaceSystem~1.0~6\r\nguntimes=true\r\nnewlocations=true\r\nconnection-id=true\r\nstream-mode=push\r\ntime-format=iso\r\npushmode-ack=true\r\n");
        await decoder.HearAsync("getconnectionid\r\ngeteventinfo\r\ngetlocations\r\n");
        await decoder.SayAsync("ack~geteventinfo~City Run~7~The City Run\r\nack~getlocations~START~10K~FINISH\r\n");
        await decoder.HearAsync("start~START\r\nstart~10K\r\nstart~FINISH\r\n");
        Assert.Equal(["SimpleClient", "City Run"], _setup.Sink.Reports.Select(report => report.Name));
    }

    [Fact]
    public async Task a_stream_is_resumed_at_the_last_line_that_is_stored()
    {
        await using (var decoder = await StartAsync("abc", "START", "FINISH"))
        {
            await decoder.SayAsync($"{Line(7, "START")}\r\n{Line(9, "START")}\r\n{Line(8, "FINISH")}\r\nping\r\n");
            await decoder.HearAsync("ack~ping");
        }

        await using (var again = await StartAsync("abc", "START", "FINISH", "10K"))
        {
            await again.HearAsync("start~START~9\r\nstart~FINISH~8\r\nstart~10K\r\n");
        }

        await using var other = await StartAsync("def", "START");
        await other.HearAsync("start~START\r\n");
    }

    [Fact]
    public async Task a_decoder_without_connection_ids_is_resumed_too()
    {
        const string Greeting = "SimpleClient~1~CTP01\r\nerr~getconnectionid~unknown command\r\nack~getlocations~START\r\n";
        await using (var decoder = Connect())
        {
            await decoder.SayAsync($"{Greeting}{Line(4530, "START")}\r\nping\r\n");
            await decoder.HearAsync("ack~ping");
        }

        await using var again = Connect();
        await again.SayAsync(Greeting);
        await again.HearAsync("start~START~4530\r\n");
        Assert.Empty(_setup.Sink.Rejected);
    }

    [Fact]
    public async Task nothing_is_answered_and_remembered_before_it_is_stored()
    {
        await using var decoder = await StartAsync("abc", "START");
        _setup.Sink.Hold();
        await decoder.SayAsync($"{Line(1, "START")}\r\nping\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Waiting == 1);
        Assert.DoesNotContain("ack~ping", decoder.Heard);
        Assert.Empty(_setup.Memory.Values);
        _setup.Sink.Release();
        await decoder.HearAsync("ack~ping");
        Assert.Equal("START|abc|1", Assert.Single(_setup.Memory.Values).Value);
    }

    [Fact]
    public async Task ever_new_names_of_locations_do_not_fill_the_memory()
    {
        for (var connection = 0; connection < 10; connection++)
        {
            await using var decoder = await StartAsync("abc", "START");
            await decoder.SayAsync(string.Concat(Enumerable.Range(0, 300).Select(number => $"{Line(1, $"L{connection}x{number}")}\r\n")) + "ping\r\n");
            await decoder.HearAsync("ack~ping");
        }

        Assert.True(_setup.Memory.Values.Count <= ChronoTrackPositions.Slots);
        Assert.Equal(3_000, _setup.Sink.Reads.Count);
    }

    [Fact]
    public async Task a_line_that_comes_again_is_stored_once_but_another_with_its_number_is_not_lost()
    {
        await using var decoder = await StartAsync("abc", "START");
        await decoder.SayAsync($"{Line(21, "START")}\r\n{Line(21, "START")}\r\n{Line(21, "START", "B2")}\r\nping\r\n");
        await decoder.HearAsync("ack~ping");
        Assert.Equal(["A21", "B2"], _setup.Sink.Reads.Select(read => read.Chip));
    }

    [Fact]
    public async Task a_gun_is_a_marker_and_a_new_location_is_started()
    {
        await using var decoder = await StartAsync("abc", "start");
        await decoder.SayAsync("CT01_33~4~start~guntime~07:45:01.01~0~DF239A~0\r\nCT01_33~2038~30k~newlocation~09:15:21.00~0~ED932A~0\r\n");
        await decoder.HearAsync("start~30k\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Markers.Count == 1);
        Assert.Equal(("start", MarkerKind.Gun), (_setup.Sink.Batches[0].Location, _setup.Sink.Markers[0].Kind));
        Assert.Empty(_setup.Sink.Reads);
    }

    [Fact]
    public async Task broken_lines_and_refusals_are_rejected_and_the_rest_goes_on()
    {
        await using var decoder = Connect();
        await decoder.SayAsync($"?!rubbish\r\nSimpleClient~1~CTP01\r\nerr~start~invalid location\r\nwhat\r\nCT01_33~1\r\n{new string('x', 70_000)}\r\n{Line(1, "START")}\r\nping\r\n");
        await decoder.HearAsync("ack~ping");
        Assert.Equal(5, _setup.Sink.Rejected.Count);
        Assert.Single(_setup.Sink.Reads);
    }

    [Fact]
    public async Task another_protocol_is_refused()
    {
        await using var decoder = Connect();
        await decoder.SayAsync("SimpleClient~1~CTP02\r\n");
        await Assert.ThrowsAsync<DecoderProtocolException>(() => decoder.Session);
    }

    [Fact]
    public async Task the_time_format_can_be_chosen_and_nonsense_is_refused()
    {
        _setup.Settings["time-format"] = "unix";
        await using var decoder = Connect();
        await decoder.SayAsync("SimpleClient~1~CTP01\r\n");
        await decoder.HearAsync("time-format=unix\r\n");
        _setup.Settings["time-format"] = "sundial";
        await using var other = Connect();
        await Assert.ThrowsAsync<DecoderProtocolException>(() => other.Session);
    }

    [Fact]
    public async Task we_ping()
    {
        await using var decoder = await StartAsync("abc", "START");
        _clock.Advance(TimeSpan.FromSeconds(10));
        await decoder.HearAsync("\r\nping\r\n");
    }

    private static string Line(int sequence, string location, string? tag = null) => $"CT01_33~{sequence}~{location}~{tag ?? $"A{sequence}"}~2025-06-01T08:30:22.04~0~0F2A38~1";

    private Conversation Connect() => new(ChronoTrackProtocol.Definition.CreateSession(_setup.Context()));

    private async Task<Conversation> StartAsync(string id, params string[] locations)
    {
        var decoder = Connect();
        await decoder.SayAsync($"SimpleClient~1~CTP01\r\nack~getconnectionid~{id}\r\nack~getlocations~{string.Join('~', locations)}\r\n");
        await decoder.HearAsync($"start~{locations[^1]}");
        return decoder;
    }
}
