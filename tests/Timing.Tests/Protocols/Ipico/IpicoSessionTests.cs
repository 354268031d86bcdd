using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Ipico;

namespace RaceSystem.Timing.Tests.Protocols.Ipico;

public sealed class IpicoSessionTests
{
    private const string Read = "aa00058000123b3200012603071348503277\r\n";
    private const string Date = "ab000902260306051855443727cf\r\n";
    private const string StartDownload = "ab00024b01011a\r\n";

    [Fact]
    public async Task every_read_arrives_over_a_bad_line_with_breaks_during_which_nobody_listens()
    {
        var reads = EmulatedField.Reads(400, 12, new DateTimeOffset(2026, 3, 7, 13, 48, 0, TimeSpan.Zero), Seed.Next(), 10_000, "");
        var setup = new SessionSetup { Zone = DeviceTimes.ZoneOf("Europe/Berlin")! };
        var run = await Conformance.DeliversEveryReadAsync(IpicoProtocol.Definition, setup, reads, EmulatedField.AllFaults, Seed.Next());
        Assert.True(run.Sessions > 1, "the line broke");
        Assert.NotEmpty(setup.Sink.Rejected);
        Assert.NotEmpty(setup.Sink.Samples);
    }

    [Fact]
    public async Task a_quiet_line_delivers_every_read_once()
    {
        var reads = EmulatedField.Reads(1_500, 12, new DateTimeOffset(2026, 3, 7, 13, 48, 0, TimeSpan.Zero), Seed.Next(), 10_000, "");
        var setup = new SessionSetup();
        await Conformance.DeliversEveryReadAsync(IpicoProtocol.Definition, setup, reads, EmulatorFaults.None, Seed.Next());
        Assert.Equal(1_500, setup.Sink.Reads.Count);
    }

    [Fact]
    public async Task the_trigger_is_a_gun_and_the_answer_to_our_question_a_sample()
    {
        var setup = new SessionSetup();
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.HearAsync("ab00000222\r\n");
        await reader.SayAsync(Date + "ab000a2c260306052004151b2782ae\r\n" + Read);
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 1 && setup.Sink.Markers.Count == 1);
        Assert.Equal(MarkerKind.Gun, setup.Sink.Markers[0].Kind);
        Assert.Equal("2026-03-06T20:04:15.270000Z", Shown(setup.Sink.Markers[0].TimeMicros));
        Assert.Equal("2026-03-06T18:55:44.555000Z", Shown(Assert.Single(setup.Sink.Samples).Sample.DeviceMicros));
    }

    [Fact]
    public async Task the_point_of_replay_does_not_move_before_the_reads_are_stored()
    {
        var setup = new SessionSetup();
        setup.Sink.Hold();
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.SayAsync(Read);
        await Eventually.TrueAsync(() => setup.Sink.Waiting == 1);
        Assert.Empty(setup.Memory.Values);
        setup.Sink.Release();
        await Eventually.TrueAsync(() => !setup.Memory.Values.IsEmpty);
    }

    [Fact]
    public async Task a_first_contact_remembers_the_readers_time_and_asks_for_nothing_older()
    {
        var setup = new SessionSetup();
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.SayAsync(Date);
        await Eventually.TrueAsync(() => !setup.Memory.Values.IsEmpty);
        Assert.DoesNotContain("4b", reader.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_reader_that_refuses_the_download_is_left_alone_and_its_reads_count()
    {
        var setup = KnownReader("2026-03-06 18:55:40");
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.SayAsync(Date);
        await reader.HearAsync(StartDownload);
        await reader.SayAsync("ab0000f258\r\n" + Read);
        await Eventually.TrueAsync(() => setup.Memory.Values.Values.Single() == Wall("2026-03-07 13:48:50.5"));
    }

    [Fact]
    public async Task of_a_download_only_what_is_not_stored_yet_is_taken_and_the_point_waits_for_its_end()
    {
        var setup = KnownReader("2026-03-07 13:48:52");
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.SayAsync(Framed("ab", "000902260307061349000027"));
        await reader.HearAsync(StartDownload);
        await reader.SayAsync(Memory(2, 2) + Framed("aa", "00058000121838000126030713484924") + Framed("aa", "00058000123b32000126030713485124") + Memory(2, 1));
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 1);
        Assert.Equal(Wall("2026-03-07 13:48:52"), setup.Memory.Values.Values.Single());
        await reader.SayAsync(Memory(2, 2) + "aa0005800012860800012603071348515f8a\r\n");
        await reader.HearAsync("ab00024b010019\r\n");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 2);
        Assert.Empty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task an_elite_replays_on_ports_of_its_own()
    {
        using var control = new TcpListener(IPAddress.Loopback, 0);
        using var replay = new TcpListener(IPAddress.Loopback, 0);
        control.Start();
        replay.Start();
        var setup = KnownReader("2026-03-06 18:55:40", new()
        {
            ["replay"] = "elite",
            ["control-host"] = "127.0.0.1",
            ["control-port"] = Port(control),
            ["replay-port"] = Port(replay),
        });
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.SayAsync(Date);
        using var asked = await control.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var command = await new StreamReader(asked.GetStream()).ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"replay_start file.ttyS0 port.{Port(replay)} datetime.260306185538", command);
        using (var answer = await replay.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            await answer.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Read), TestContext.Current.CancellationToken);
        }

        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 1);
        await reader.SayAsync("aa0005800012860800012603071348515f8a\r\n");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 2);
    }

    [Fact]
    public async Task a_silent_reader_ends_the_session()
    {
        var clock = new FakeTimeProvider();
        var setup = new SessionSetup { Clock = clock };
        await using var reader = new Conversation(IpicoProtocol.Definition.CreateSession(setup.Context()));
        await reader.HearAsync("ab00000222\r\n");
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            return reader.Session.IsCompleted;
        });
        await Assert.ThrowsAsync<TimeoutException>(() => reader.Session);
        Assert.True(reader.Heard.Split("ab00000222").Length > 3, "it was asked again and again");
    }

    private static SessionSetup KnownReader(string wall, Dictionary<string, string>? settings = null)
    {
        var setup = new SessionSetup { Settings = settings ?? [] };
        setup.Memory.Remember("replay-from", Wall(wall));
        return setup;
    }

    private static string Memory(int extent, int progress) => Framed("ab", $"000d4b03{extent:x6}{progress:x6}0059058f0300");

    private static string Framed(string header, string body) => $"{header}{body}{IpicoParser.Checksum(body):x2}\r\n";

    private static string Wall(string text) =>
        ((DateTime.Parse(text, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Ticks / 10).ToString(CultureInfo.InvariantCulture);

    private static string Shown(long micros) => new Kernel.Instant(micros).ToString();

    private static string Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
}
