using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>
/// A connection that we dialled to an Ultra or Joey. It asks for the records since the last connection, then for the time at
/// once and every ten seconds, and for each gap in the numbers of the log. There are no acks; what is stored moves the
/// number that the memory keeps.
/// </summary>
internal sealed class UltraSession(DecoderSessionContext context) : IDecoderSession
{
    /// <summary>Between two questions for the time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly BatchBuffer _buffer = new(context.Sink);
    private readonly ClockQuestion _question = new(context.Clock, Instant.MicrosPerSecond);
    private readonly UltraStates _states = new();

    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var resume = new UltraResume(context, stream);
        var frames = new FrameReader(stream, "\n"u8.ToArray(), context.Limits, context.Clock);
        if (context.Setting("extended-status", "yes") == "yes")
        {
            await stream.WriteAsync(UltraCommands.ExtendedStates, cancellationToken).ConfigureAwait(false);
        }

        if (context.Setting("request-data", "no") == "yes")
        {
            await stream.WriteAsync(UltraCommands.StartSending, cancellationToken).ConfigureAwait(false);
        }

        await resume.BeginAsync(cancellationToken).ConfigureAwait(false);
        await AskAsync(stream, cancellationToken).ConfigureAwait(false);
        await new FrameLoop(frames, context.Clock, Interval).RunAsync(
            (frame, token) => TakeAsync(resume, frame, token),
            token => StoreAsync(resume, token),
            async token =>
            {
                await resume.TickAsync(token).ConfigureAwait(false);
                await AskAsync(stream, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task AskAsync(Stream stream, CancellationToken cancellationToken)
    {
        _question.Ask();
        await stream.WriteAsync(UltraCommands.GetTime, cancellationToken).ConfigureAwait(false);
    }

    private async Task StoreAsync(UltraResume resume, CancellationToken cancellationToken)
    {
        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        resume.Stored();
    }

    private async Task TakeAsync(UltraResume resume, Frame frame, CancellationToken cancellationToken)
    {
        if (frame.IsOversize)
        {
            Reject("the line is too long", frame);
            return;
        }

        if (_states.TryTake(frame.Bytes, out var line, out var status))
        {
            if (status is not null)
            {
                context.Sink.Report(status);
            }

            await TakeLineAsync(resume, line, frame, cancellationToken).ConfigureAwait(false);
        }

        if (_buffer.IsFull)
        {
            await StoreAsync(resume, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task TakeLineAsync(UltraResume resume, string line, Frame frame, CancellationToken cancellationToken)
    {
        var text = line.Trim(' ', '\r', '\0');
        if (text.Length == 0)
        {
            return Task.CompletedTask;
        }

        if (!UltraParser.TryParse(text, out var parsed, out var problem))
        {
            Reject(problem, frame);
            return Task.CompletedTask;
        }

        switch (parsed)
        {
            case UltraLine.Read read when read.Time.TryResolve(context.Times, out var micros, out problem):
                _buffer.Add(read.UltraId, new DecodedRead(read.Chip, micros, read.RssiDbm, read.Antenna));
                return resume.TakeAsync(read.UltraId, read.LogId, read.Time.Micros, read.IsRewound, cancellationToken);
            case UltraLine.Gun gun when gun.Time.TryResolve(context.Times, out var micros, out problem):
                _buffer.Add(gun.UltraId, new DecodedMarker(micros, MarkerKind.Gun, "start"));
                return resume.TakeAsync(gun.UltraId, gun.LogId, gun.Time.Micros, gun.IsRewound, cancellationToken);
            case UltraLine.Clock clock when WallTime.TryResolve(context.Times, clock.Wall, out var micros, out problem):
                HearClock(resume, clock.Wall, micros);
                return Task.CompletedTask;
            case UltraLine.Other:
                return Task.CompletedTask;
            default:
                Reject(problem, frame);
                return Task.CompletedTask;
        }
    }

    private void HearClock(UltraResume resume, long wall, long micros)
    {
        resume.HearClock(wall);
        if (_question.Answer(micros) is { } sample)
        {
            context.Sink.SampleClock("", sample);
        }
    }

    private void Reject(string reason, Frame frame) => context.Sink.Reject(RejectedFrame.Of(reason, frame.Bytes));
}
