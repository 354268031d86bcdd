using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.RaceResult;

namespace RaceSystem.Timing.Tests.Protocols.RaceResult;

public sealed class RaceResultSessionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 12, 9, 0, 0, TimeSpan.Zero));
    private readonly SessionSetup _setup;

    public RaceResultSessionTests() => _setup = new SessionSetup { Clock = _clock };

    [Fact]
    public async Task the_highest_common_version_is_agreed_on_and_the_decoder_tells_of_itself()
    {
        await using var decoder = await GreetAsync("0", "7");
        await decoder.SayAsync("GETCONFIG;GENERAL;BOXNAME;Finish;D-5\r\nGETSTATUS;2024-01-12;09:00:00.000;1;11110000;1;7;1;49.7,8.2;1;80;31;30;0;0\r\n");
        await decoder.HearAsync("SETPUSHPASSINGS;1;0\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Reports.Contains(new DecoderStatus("Finish", 80, 31)));
        Assert.DoesNotContain("OPERATION", decoder.Heard);
    }

    [Fact]
    public async Task the_answer_to_gettime_is_a_clock_sample()
    {
        await using var decoder = await GreetAsync("0", "7");
        await decoder.HearAsync("GETTIME\r\n");
        _clock.Advance(TimeSpan.FromMilliseconds(40));
        await decoder.SayAsync("GETTIME;2024-01-12;09:00:01.520\r\nGETTIME;0000-00-00;09:00:01.520\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Samples.Count == 1);
        var sample = _setup.Sink.Samples[0].Sample;
        Assert.Equal(1_500_500, sample.DeviceMicros - sample.AgentMicros);
        Assert.Equal(41_000, sample.RoundTripMicros);
    }

    [Fact]
    public async Task what_is_not_stored_yet_is_fetched_before_passings_are_pushed()
    {
        _setup.Memory.Values["raceresult/last"] = "7:2";
        await using var decoder = await GreetAsync("4", "7", before: "\r\n\r\n");
        await decoder.HearAsync("3:2\r\n");
        Assert.DoesNotContain("SETPUSHPASSINGS", decoder.Heard);
        await decoder.SayAsync($"{Record(3)}\r\n{Record(4)}\r\n\r\n");
        await decoder.HearAsync("SETPUSHPASSINGS;1;0\r\n");
        Assert.Equal(["CHIP3", "CHIP4"], _setup.Sink.Reads.Select(read => read.Chip));
        Assert.Equal("7:4", _setup.Memory.Values["raceresult/last"]);
    }

    [Fact]
    public async Task a_new_file_starts_at_one_again()
    {
        _setup.Memory.Values["raceresult/last"] = "7:40";
        await using var decoder = await GreetAsync("2", "8");
        await decoder.HearAsync("1:2\r\n");
        await decoder.SayAsync($"{Record(1, 8)}\r\n{Record(2, 8)}\r\n\r\n#P;{Record(1, 9)}\r\n");
        await Eventually.TrueAsync(() => _setup.Memory.Values["raceresult/last"] == "9:1");
        Assert.Equal(["CHIP1", "CHIP2", "CHIP1"], _setup.Sink.Reads.Select(read => read.Chip));
    }

    [Fact]
    public async Task a_gap_in_the_numbers_is_fetched_and_nothing_is_stored_twice()
    {
        await using var decoder = await GreetAsync("0", "7");
        await decoder.HearAsync("SETPUSHPASSINGS");
        await decoder.SayAsync($"#P;{Record(1)}\r\n#P;{Record(4)}\r\n#P;{Record(5)}\r\n#P;{Record(1)}\r\n");
        await decoder.HearAsync("2:3\r\n");
        await decoder.SayAsync($"{Record(2)}\r\n{Record(3)}\r\n#P;{Record(6)}\r\n{Record(4)}\r\n\r\n");
        await decoder.HearAsync("5:2\r\n");
        await decoder.SayAsync($"{Record(5)}\r\n{Record(6)}\r\n\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Reads.Count == 6);
        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"CHIP{number}"), _setup.Sink.Reads.Select(read => read.Chip));
    }

    [Fact]
    public async Task passings_that_the_decoder_does_not_have_are_given_up_visibly()
    {
        await using var decoder = await GreetAsync("0", "7");
        await decoder.HearAsync("SETPUSHPASSINGS");
        await decoder.SayAsync($"#P;{Record(3)}\r\n");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await decoder.HearAsync("1:3\r\n", attempt + 1);
            await decoder.SayAsync($"{Record(3)}\r\n\r\n");
        }

        await Eventually.TrueAsync(() => _setup.Sink.Reads.Count == 1);
        Assert.Contains("2 passings before number 3", Assert.Single(_setup.Sink.Rejected).Reason);
        Assert.Equal("7:3", _setup.Memory.Values["raceresult/last"]);
    }

    [Fact]
    public async Task a_lost_push_is_found_by_asking_for_the_number_of_passings()
    {
        await using var decoder = await GreetAsync("0", "7");
        await decoder.HearAsync("SETPUSHPASSINGS");
        await decoder.SayAsync("PASSINGS;0;7\r\n");
        _clock.Advance(TimeSpan.FromSeconds(10));
        await decoder.HearAsync("PING\r\nPASSINGS\r\n");
        await decoder.SayAsync("PASSINGS;1;7\r\n");
        await decoder.HearAsync("1:1\r\n");
    }

    [Fact]
    public async Task an_old_decoder_is_polled()
    {
        await using var decoder = await GreetAsync("1", "", "1.2");
        await decoder.HearAsync("1:1\r\n");
        await decoder.SayAsync("1;33;0000-00-00;09:00:02.773;6692;12;-68;09ca52\r\n\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Reads.Count == 1);
        Assert.DoesNotContain("SETPUSHPASSINGS", decoder.Heard);
    }

    [Fact]
    public async Task nothing_is_remembered_that_is_not_stored()
    {
        _setup.Sink.Refuses = _ => true;
        await using var decoder = await GreetAsync("1", "7");
        await decoder.HearAsync("1:1\r\n");
        await decoder.SayAsync($"{Record(1)}\r\n\r\n");
        await Assert.ThrowsAsync<DecoderSinkException>(() => decoder.Session);
        Assert.Equal("7:0", _setup.Memory.Values["raceresult/last"]);
    }

    [Fact]
    public async Task a_decoder_that_speaks_no_common_version_is_refused_with_what_to_do()
    {
        await using var decoder = Connect();
        await decoder.SayAsync("GETPROTOCOL;1.0;0.9;1.0\r\n");
        var exception = await Assert.ThrowsAsync<DecoderProtocolException>(() => decoder.Session);
        Assert.Contains("firmware", exception.Message);
    }

    [Fact]
    public async Task broken_lines_are_rejected_and_the_rest_goes_on()
    {
        await using var decoder = await GreetAsync("0", "7");
        await decoder.HearAsync("SETPUSHPASSINGS");
        await decoder.SayAsync($"?!rubbish\r\n#P;1;CHIP1;2024-01-12;99:00:00.000\r\n#P;nothing\r\n#W;whatever\r\n{new string('1', 70_000)}\r\n#P;{Record(2)}\r\n");
        await Eventually.TrueAsync(() => _setup.Sink.Reads.Count == 1);
        Assert.Equal(4, _setup.Sink.Rejected.Count);
        Assert.DoesNotContain("1:", decoder.Heard[decoder.Heard.IndexOf("SETPUSHPASSINGS", StringComparison.Ordinal)..]);
    }

    private static string Record(int number, int file = 7) =>
        $"{number};CHIP{number};2024-01-12;09:00:{number:00}.000;0;11;-60;;0;;;;;;;;Finish;{file};1;D-5";

    private Conversation Connect() => new(RaceResultProtocol.Definition.CreateSession(_setup.Context()));

    private async Task<Conversation> GreetAsync(string count, string file, string newest = "2.0", string before = "")
    {
        var decoder = Connect();
        await decoder.HearAsync("GETPROTOCOL\r\n");
        await decoder.SayAsync($"GETPROTOCOL;1.1;1.1;{newest}\r\n");
        await decoder.HearAsync($"SETPROTOCOL;{newest}\r\n");
        await decoder.SayAsync($"SETPROTOCOL;{newest}\r\n");
        await decoder.HearAsync("PASSINGS\r\n");
        await decoder.SayAsync(before);
        await decoder.SayAsync(file.Length > 0 ? $"PASSINGS;{count};{file}\r\n" : $"PASSINGS;{count}\r\n");
        return decoder;
    }
}
