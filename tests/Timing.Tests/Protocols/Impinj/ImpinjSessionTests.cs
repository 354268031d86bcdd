using System.Text;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Impinj;

namespace RaceSystem.Timing.Tests.Protocols.Impinj;

public sealed class ImpinjSessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_read_of_the_stream_arrives_whatever_the_line_does()
    {
        var seed = Seed.Next();
        var reads = EmulatedField.Reads(400, 24, Start, seed, 1, "impinj-01");
        var setup = new SessionSetup();
        var run = await Conformance.DeliversEveryReadAsync(ImpinjProtocol.Stream, setup, reads, EmulatedField.AllFaults, seed, ImpinjProtocol.StreamPath);
        Assert.True(run.Sessions > 3, "the line broke now and then");
        Assert.NotEmpty(setup.Sink.Rejected);
    }

    [Fact]
    public async Task Every_read_of_the_webhook_arrives_whatever_the_line_does()
    {
        var seed = Seed.Next();
        var reads = EmulatedField.Reads(2_000, 24, Start, seed, 1, "impinj-01");
        await Conformance.DeliversEveryReadAsync(ImpinjProtocol.Webhook, new SessionSetup(), reads, EmulatedField.AllFaults, seed);
    }

    [Fact]
    public async Task What_came_is_stored_before_more_is_awaited_and_broken_lines_are_left_behind()
    {
        var setup = new SessionSetup();
        await using var conversation = new Conversation(ImpinjProtocol.Stream.CreateSession(setup.Context()));
        await conversation.SayAsync($"{ImpinjSamples.Status}\r\n{{\"eventType\":\n?!\n{ImpinjSamples.Tag}\r\n\r\n{ImpinjSamples.Input}\r\n");
        await Eventually.TrueAsync(() => setup.Sink.Batches.Count == 1);
        await conversation.SayAsync("[" + ImpinjSamples.Base64 + "," + ImpinjSamples.Zebra + "]\r\n{\"eventType\":\"tagInv");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 3);
        conversation.HangUp();
        await conversation.Session;
        Assert.Equal(["the JSON object does not end where its line does", "not JSON"], setup.Sink.Rejected.Select(frame => frame.Reason));
        Assert.Equal("impinj-01", Assert.Single(setup.Sink.Reports).Name);
        Assert.Single(setup.Sink.Markers);
    }

    [Fact]
    public async Task A_request_does_not_end_before_its_reads_are_stored_nor_well_when_they_are_not()
    {
        var setup = new SessionSetup();
        setup.Sink.Hold();
        var body = Encoding.UTF8.GetBytes("[\n" + ImpinjSamples.Tag + ",\n" + ImpinjSamples.Zebra + "\n]");
        var session = ImpinjProtocol.Webhook.CreateSession(setup.Context()).RunAsync(new MemoryStream(body), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => setup.Sink.Waiting == 1);
        Assert.False(session.IsCompleted);
        setup.Sink.Release();
        await session;
        Assert.Equal(2, setup.Sink.Reads.Count);

        setup.Sink.Refuses = _ => true;
        await Assert.ThrowsAsync<DecoderSinkException>(() =>
            ImpinjProtocol.Webhook.CreateSession(setup.Context()).RunAsync(new MemoryStream(body), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_clock_is_sampled_from_an_event_after_a_pause_but_not_from_what_was_kept_for_us()
    {
        var clock = new FakeTimeProvider(Start);
        var setup = new SessionSetup { Clock = clock };
        await using var conversation = new Conversation(ImpinjProtocol.Stream.CreateSession(setup.Context()));
        await conversation.SayAsync(ImpinjSamples.Tag + "\r\n" + ImpinjSamples.Zebra + "\r\n");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 2);
        await conversation.SayAsync(ImpinjSamples.Tag + "\r\n");
        await Eventually.TrueAsync(() => setup.Sink.Reads.Count == 3);
        Assert.Empty(setup.Sink.Samples);
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(80));
            conversation.SayAsync(ImpinjSamples.Status + "\r\n").Wait(TestContext.Current.CancellationToken);
            return setup.Sink.Samples.Count > 0;
        });
        Assert.Equal(Start.AddSeconds(-1), new Instant(setup.Sink.Samples[0].Sample.DeviceMicros).ToDateTimeOffset());
    }
}
