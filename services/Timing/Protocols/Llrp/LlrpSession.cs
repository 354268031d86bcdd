using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>One connection to a reader. Used once.</summary>
/// <param name="context">What it works with.</param>
internal sealed class LlrpSession(DecoderSessionContext context) : IDecoderSession
{
    // Told to who is connected when another tries to be.
    private const ushort AnotherTried = 4;
    private readonly LlrpFramer _framer = new(context.Limits.MaxFrameBytes);
    private readonly LlrpClock _clock = new(context.Settings, context.Clock, context.Memory);
    private readonly LlrpSetup _setup = new(context);
    private readonly BatchBuffer _batch = new(context.Sink);
    private bool _isClosed;

    /// <inheritdoc/>
    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var filler = new StreamFiller(stream, context.Limits, context.Clock);
        while (!_isClosed && await filler.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            while (!_isClosed && TryTake(filler, out var message))
            {
                if (await TakeAsync(message, cancellationToken).ConfigureAwait(false) is { } answer)
                {
                    await _batch.StoreAsync(cancellationToken).ConfigureAwait(false);
                    await stream.WriteAsync(answer, cancellationToken).ConfigureAwait(false);
                }
            }

            await _batch.StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryTake(StreamFiller filler, out LlrpMessage message)
    {
        var rest = filler.Received;
        var taken = _framer.TryTake(ref rest, out message);
        filler.Use(filler.Received.Length - rest.Length);
        return taken;
    }

    /// <summary>What is to be sent once everything is stored; null: nothing.</summary>
    private async ValueTask<byte[]?> TakeAsync(LlrpMessage message, CancellationToken cancellationToken)
    {
        if (message.Problem is { Length: > 0 } problem)
        {
            Reject(problem, message);
            return null;
        }

        switch (message.Type)
        {
            case LlrpMessageType.RoAccessReport:
                await TakeReportAsync(message, cancellationToken).ConfigureAwait(false);
                return null;
            case LlrpMessageType.KeepAlive:
                return LlrpCommands.KeepAliveAck(message.Id);
            case LlrpMessageType.ReaderEventNotification:
                await MakeRoomAsync(cancellationToken).ConfigureAwait(false);
                return TakeEvent(message);
            default:
                return _setup.Take(message);
        }
    }

    private async ValueTask TakeReportAsync(LlrpMessage message, CancellationToken cancellationToken)
    {
        var report = LlrpReport.Parse(message.Body);
        foreach (var tag in report.Tags)
        {
            if (!_clock.TryTime(tag, out var micros, out var problem))
            {
                Reject(problem, message);
                continue;
            }

            await MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            _batch.Add("", new DecodedRead(tag.Chip, micros, tag.Rssi, tag.Antenna));
        }

        foreach (var problem in report.Problems)
        {
            Reject(problem, message);
        }
    }

    private ValueTask MakeRoomAsync(CancellationToken cancellationToken) =>
        _batch.IsFull ? new ValueTask(_batch.StoreAsync(cancellationToken)) : ValueTask.CompletedTask;

    private byte[]? TakeEvent(in LlrpMessage message)
    {
        if (!LlrpReaderEvent.TryParse(message.Body, out var told, out var problem))
        {
            Reject(problem, message);
            return null;
        }

        _isClosed = told.Closes;
        if (told.LostReports)
        {
            Reject("the reader had no room for its reports while nobody took them: reads are lost", message);
        }

        if (told.Uptime is { } uptime)
        {
            _clock.Started(uptime);
        }

        if (told.TryMarker(_clock, context.Setting("gun-gpi", ""), out var marker, out problem))
        {
            _batch.Add("", marker);
        }
        else if (problem.Length > 0)
        {
            Reject(problem, message);
        }

        return told.ConnectionAttempt is { } result ? Connect(result, told) : null;
    }

    private byte[]? Connect(ushort result, in LlrpReaderEvent told)
    {
        if (result == AnotherTried)
        {
            return null;
        }

        if (result != 0)
        {
            throw new DecoderProtocolException(result is 1 or 2
                ? "The reader is connected with somebody else: close that connection first."
                : $"The reader refuses the connection with result {result}.");
        }

        // This event alone is made for us, now: others may have been held.
        if (told.Utc is { } utc and < long.MaxValue / 2)
        {
            context.Sink.SampleClock("", new ClockSample((long)utc, Instant.From(context.Clock.GetUtcNow()).Micros, 0));
        }

        return _setup.Begin();
    }

    private void Reject(string problem, in LlrpMessage message) =>
        context.Sink.Reject(new RejectedFrame(problem, message.Bytes[..Math.Min(message.Bytes.Length, RejectedFrame.MaxBytes)]));
}
