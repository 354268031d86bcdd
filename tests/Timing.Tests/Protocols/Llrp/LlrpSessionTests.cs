using System.Text;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Llrp;

namespace RaceSystem.Timing.Tests.Protocols.Llrp;

public sealed class LlrpSessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("listen")]
    [InlineData("manage")]
    public async Task Every_read_arrives_whatever_the_line_does(string roSpec)
    {
        var seed = Seed.Next();
        var reads = EmulatedField.Reads(1_500, 24, Start, seed, 1, "");
        var setup = new SessionSetup { Settings = new(StringComparer.Ordinal) { ["rospec"] = roSpec } };
        var run = await Conformance.DeliversEveryReadAsync(LlrpProtocol.Definition, setup, reads, EmulatedField.AllFaults, seed);
        Assert.True(run.Sessions > 3, "the line broke now and then");
        Assert.NotEmpty(setup.Sink.Rejected);
        Assert.NotEmpty(setup.Sink.Samples);
    }

    [Fact]
    public async Task A_reader_is_asked_to_hold_its_reports_and_then_to_send()
    {
        var setup = new SessionSetup();
        await using var conversation = new Conversation(LlrpProtocol.Definition.CreateSession(setup.Context()));
        await ConnectAsync(conversation);
        await conversation.SayAsync(LlrpSamples.Response(LlrpMessageType.SetReaderConfigResponse, 1));
        await conversation.HearAsync(Text(LlrpCommands.SetReaderConfig(1, true, TimeSpan.FromSeconds(10))) + Text(LlrpCommands.EnableEventsAndReports(2)));
        Assert.Equal(LlrpSamples.Noon, Assert.Single(setup.Sink.Samples).Sample.DeviceMicros);
    }

    [Fact]
    public async Task A_keep_alive_is_answered_after_what_came_before_it_is_stored()
    {
        var setup = new SessionSetup();
        await using var conversation = new Conversation(LlrpProtocol.Definition.CreateSession(setup.Context()));
        await ConnectAsync(conversation);
        setup.Sink.Hold();
        await conversation.SayAsync([.. LlrpSamples.Report(LlrpSamples.Tag(1, LlrpSamples.Noon)), .. LlrpSamples.KeepAlive(77)]);
        await Eventually.TrueAsync(() => setup.Sink.Waiting == 1);
        Assert.DoesNotContain(Text(LlrpCommands.KeepAliveAck(77)), conversation.Heard, StringComparison.Ordinal);
        setup.Sink.Release();
        await conversation.HearAsync(Text(LlrpCommands.KeepAliveAck(77)));
        Assert.Equal([new DecodedRead("300000000000000000000001", LlrpSamples.Noon, -61, 3)], setup.Sink.Reads);
    }

    [Fact]
    public async Task What_the_reader_already_runs_of_ours_is_left_alone()
    {
        await using var conversation = await ManagedAsync(state: 2);
        await conversation.HearAsync(Text(LlrpCommands.EnableEventsAndReports(3)));
    }

    [Fact]
    public async Task A_ROSpec_of_ours_that_stands_still_is_made_anew()
    {
        await using var conversation = await ManagedAsync(state: 0);
        await conversation.HearAsync(Text(LlrpCommands.OfRoSpec(LlrpMessageType.DeleteRoSpec, 3)));
        await conversation.SayAsync(LlrpSamples.Response(31, 3));
        await conversation.HearAsync(Text(LlrpCommands.AddRoSpec(4)));
        await conversation.SayAsync(LlrpSamples.Response(30, 4));
        await conversation.HearAsync(Text(LlrpCommands.OfRoSpec(LlrpMessageType.EnableRoSpec, 5)));
        await conversation.SayAsync(LlrpSamples.Response(34, 5));
        await conversation.HearAsync(Text(LlrpCommands.OfRoSpec(LlrpMessageType.StartRoSpec, 6)));
        await conversation.SayAsync(LlrpSamples.Response(32, 6, 401, "no antenna"));
        Assert.Equal(
            "The reader refuses START_ROSPEC: status 401, 'no antenna'. Let the reader run its own ROSpec (rospec=listen).",
            (await Assert.ThrowsAsync<DecoderProtocolException>(() => conversation.Session)).Message);
    }

    [Fact]
    public async Task A_reader_that_is_taken_or_refuses_or_does_not_understand_ends_the_session_with_the_reason()
    {
        Assert.Contains("with somebody else", await RefusedAsync(LlrpSamples.Connected(LlrpSamples.Noon, 2)), StringComparison.Ordinal);
        Assert.Contains("Set hold=no", await RefusedAsync([.. LlrpSamples.Connected(LlrpSamples.Noon), .. LlrpSamples.Response(13, 1, 209, "hold")]), StringComparison.Ordinal);
        Assert.Contains("does not understand us: status 110", await RefusedAsync([.. LlrpSamples.Connected(LlrpSamples.Noon), .. LlrpSamples.Response(100, 1, 110)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_without_a_clock_is_laid_on_ours_and_stays_there_over_connections()
    {
        var setup = new SessionSetup { Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Start) };
        await TellAsync(setup, [.. LlrpSamples.ConnectedByUptime(60_000_000), .. LlrpSamples.Report(LlrpSamples.UptimeTag(1, 61_500_000))]);
        await TellAsync(setup, [.. LlrpSamples.ConnectedByUptime(59_900_000), .. LlrpSamples.Report(LlrpSamples.UptimeTag(1, 61_500_000))]);
        Assert.Equal([LlrpSamples.Noon + 1_500_000, LlrpSamples.Noon + 1_500_000], setup.Sink.Reads.Select(read => read.TimeMicros));
        await TellAsync(setup, [.. LlrpSamples.ConnectedByUptime(1_000_000), .. LlrpSamples.Report(LlrpSamples.UptimeTag(1, 1_500_000))]);
        Assert.Equal(LlrpSamples.Noon + 500_000, setup.Sink.Reads[^1].TimeMicros);
    }

    [Fact]
    public async Task Reports_without_any_time_are_refused_unless_their_arrival_is_declared_good_enough()
    {
        var setup = new SessionSetup { Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Start) };
        await TellAsync(setup, LlrpSamples.Bytes(LlrpSamples.Untimed));
        Assert.StartsWith("the report has no time", Assert.Single(setup.Sink.Rejected).Reason, StringComparison.Ordinal);
        setup.Settings["untimed"] = "arrival";
        await TellAsync(setup, LlrpSamples.Bytes(LlrpSamples.Untimed));
        Assert.Equal([new DecodedRead("85047000049050503155303400702300", LlrpSamples.Noon, -73, 1)], setup.Sink.Reads);
    }

    [Fact]
    public async Task Inputs_are_markers_and_a_full_memory_of_the_reader_is_told()
    {
        var setup = new SessionSetup { Settings = new(StringComparer.Ordinal) { ["gun-gpi"] = "2" } };
        await TellAsync(setup, [.. LlrpSamples.Input(1, LlrpSamples.Noon), .. LlrpSamples.Input(2, LlrpSamples.Noon), .. LlrpSamples.Event(data => data.Parameter(LlrpParameterType.ReportBufferOverflow, _ => { }))]);
        Assert.Equal([new DecodedMarker(LlrpSamples.Noon, MarkerKind.Other, "GPI 1 on"), new DecodedMarker(LlrpSamples.Noon, MarkerKind.Gun, "GPI 2 on")], setup.Sink.Markers);
        Assert.Contains("reads are lost", Assert.Single(setup.Sink.Rejected).Reason, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(byte[] told)
    {
        await using var conversation = new Conversation(LlrpProtocol.Definition.CreateSession(new SessionSetup().Context()));
        await conversation.SayAsync(told);
        return (await Assert.ThrowsAsync<DecoderProtocolException>(() => conversation.Session)).Message;
    }

    private static async Task TellAsync(SessionSetup setup, byte[] told)
    {
        await using var conversation = new Conversation(LlrpProtocol.Definition.CreateSession(setup.Context()));
        await conversation.SayAsync(told);
        conversation.HangUp();
        await conversation.Session;
    }

    private static async Task<Conversation> ManagedAsync(byte state)
    {
        var setup = new SessionSetup { Settings = new(StringComparer.Ordinal) { ["rospec"] = "manage" } };
        var conversation = new Conversation(LlrpProtocol.Definition.CreateSession(setup.Context()));
        await ConnectAsync(conversation);
        await conversation.SayAsync(LlrpSamples.Response(LlrpMessageType.SetReaderConfigResponse, 1));
        await conversation.HearAsync(Text(LlrpCommands.GetRoSpecs(2)));
        await conversation.SayAsync(new LlrpWriter(LlrpMessageType.GetRoSpecsResponse, 2)
            .Parameter(LlrpParameterType.LlrpStatus, status => status.U32(0))
            .Parameter(LlrpParameterType.RoSpec, spec => spec.U32(1).U8(0).U8(2))
            .Parameter(LlrpParameterType.RoSpec, spec => spec.U32(LlrpCommands.RoSpecId).U8(0).U8(state)).ToArray());
        return conversation;
    }

    private static async Task ConnectAsync(Conversation conversation)
    {
        await conversation.SayAsync(LlrpSamples.Connected(LlrpSamples.Noon));
        await conversation.HearAsync(Text([.. LlrpCommands.SetReaderConfig(1, true, TimeSpan.FromSeconds(10))]));
    }

    private static string Text(byte[] message) => Encoding.Latin1.GetString(message);
}
