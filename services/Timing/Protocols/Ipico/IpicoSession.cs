using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>
/// A connection that we dialled to an IPICO reader. It asks for the reader's time at once and every ten seconds: that
/// samples the clock and shows that the line lives, and the first answer starts the replay of what was read since the last
/// connection. The reader knows no acks; what is stored moves the <see cref="ReplayPoint"/>.
/// </summary>
internal sealed class IpicoSession : IDecoderSession
{
    /// <summary>Between two questions for the time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly DecoderSessionContext _context;
    private readonly BatchBuffer _buffer;
    private readonly ReplayPoint _point;
    private readonly ClockQuestion _question;

    public IpicoSession(DecoderSessionContext context)
    {
        _context = context;
        _buffer = new BatchBuffer(context.Sink);
        _point = new ReplayPoint(context.Memory);
        _question = new ClockQuestion(context.Clock, 10_000);
    }

    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var frames = new FrameReader(stream, "\r\n"u8.ToArray(), _context.Limits, _context.Clock);
        await using var replay = new IpicoReplay(_context, _point, stream);
        await TickAsync(stream, replay, cancellationToken).ConfigureAwait(false);
        await new FrameLoop(frames, _context.Clock, Interval).RunAsync(
            (frame, token) => TakeAsync(replay, frame, token), StoreAsync, token => TickAsync(stream, replay, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task TickAsync(Stream stream, IpicoReplay replay, CancellationToken cancellationToken)
    {
        _question.Ask();
        await stream.WriteAsync(IpicoCommands.GetDate, cancellationToken).ConfigureAwait(false);
        await replay.TickAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        _point.Stored();
    }

    private async Task TakeAsync(IpicoReplay replay, Frame frame, CancellationToken cancellationToken)
    {
        if (frame.IsOversize)
        {
            Reject("the line is too long", frame);
            return;
        }

        var line = Encoding.Latin1.GetString(frame.Bytes.Span);
        var text = IpicoReads.FrameIn(line);
        if (text.IsEmpty)
        {
            return;
        }

        if (!IpicoParser.TryParse(text, out var parsed, out var problem))
        {
            if (!IpicoReads.IsWords(line))
            {
                Reject(problem, frame);
            }

            return;
        }

        Collect(replay, parsed, frame);
        await replay.HearAsync(parsed, cancellationToken).ConfigureAwait(false);
        if (_buffer.IsFull)
        {
            await StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Collect(IpicoReplay replay, IpicoFrame parsed, Frame frame)
    {
        switch (parsed)
        {
            case IpicoFrame.Read read when replay.IsOld(read.Wall):
                break;
            case IpicoFrame.Read read when WallTime.TryResolve(_context.Times, read.Wall, out var micros, out var problem):
                _buffer.Add(IpicoReads.Location(read.Reader), IpicoReads.Decode(read, micros));
                _point.Live(read.Wall);
                break;
            case IpicoFrame.Read read:
                WallTime.TryResolve(_context.Times, read.Wall, out _, out var why);
                Reject(why, frame);
                break;
            case IpicoFrame.Trigger trigger when WallTime.TryResolve(_context.Times, trigger.Wall, out var micros, out _):
                _buffer.Add(IpicoReads.Location(trigger.Reader), IpicoReads.Gun(micros));
                break;
            case IpicoFrame.Date date when WallTime.TryResolve(_context.Times, date.Wall, out var micros, out _) && _question.Answer(micros) is { } sample:
                _context.Sink.SampleClock("", sample);
                break;
            default:
                break;
        }
    }

    private void Reject(string reason, Frame frame) => _context.Sink.Reject(RejectedFrame.Of(reason, frame.Bytes));
}
