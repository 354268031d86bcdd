using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Wiclax;

/// <summary>
/// A connection that we dialled to a device with the generic acquisition protocol. It greets, asks for the time at once and
/// every ten seconds, and rewinds to the <see cref="ReplayPoint"/> after the first answer. A rewind has no end on the wire: it
/// is taken for complete when it has come to the first live read of the connection, or when no rewound read came between
/// two questions.
/// </summary>
internal sealed class WiclaxSession(DecoderSessionContext context) : IDecoderSession
{
    /// <summary>Between two questions for the time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private const int Patience = 6;

    private readonly BatchBuffer _buffer = new(context.Sink);
    private readonly ReplayPoint _point = new(context.Memory);
    private readonly ClockQuestion _question = new(context.Clock, Instant.MicrosPerSecond);
    private bool _knowsClock;
    private bool _rewoundSinceTick;
    private (string Chip, long Wall)? _firstLive;
    private int _unanswered;

    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var frames = new FrameReader(stream, "\r\n"u8.ToArray(), context.Limits, context.Clock);
        await SayAsync(stream, "HELLO", cancellationToken).ConfigureAwait(false);
        if (context.Setting("start-reading", "no") == "yes")
        {
            await SayAsync(stream, "STARTREAD", cancellationToken).ConfigureAwait(false);
        }

        await AskAsync(stream, cancellationToken).ConfigureAwait(false);
        await new FrameLoop(frames, context.Clock, Interval).RunAsync(
            (frame, token) => TakeAsync(stream, frame, token), StoreAsync, token => TickAsync(stream, token), cancellationToken).ConfigureAwait(false);
    }

    private static async Task SayAsync(Stream stream, string command, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r"), cancellationToken).ConfigureAwait(false);

    private Task AskAsync(Stream stream, CancellationToken cancellationToken)
    {
        _question.Ask();
        return SayAsync(stream, "CLOCK", cancellationToken);
    }

    private Task TickAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (!_knowsClock)
        {
            _knowsClock = ++_unanswered > Patience;
        }
        else if (!_rewoundSinceTick)
        {
            _point.EndReplay();
        }

        _rewoundSinceTick = false;
        return AskAsync(stream, cancellationToken);
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        _point.Stored();
    }

    private async Task TakeAsync(Stream stream, Frame frame, CancellationToken cancellationToken)
    {
        var text = frame.Text.Trim(' ', '\t', '\0');
        if (text.Length == 0 && !frame.IsOversize)
        {
            return;
        }

        var problem = "the line is too long";
        if (frame.IsOversize || !WiclaxParser.TryParse(text, out var parsed, out problem))
        {
            Reject(problem, frame);
            return;
        }

        await TakeAsync(stream, frame, parsed, cancellationToken).ConfigureAwait(false);
        if (_buffer.IsFull)
        {
            await StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task TakeAsync(Stream stream, Frame frame, WiclaxLine line, CancellationToken cancellationToken)
    {
        var problem = "the time cannot be told";
        switch (line)
        {
            case WiclaxLine.Read read when WallTime.TryResolve(context.Times, read.Wall, out var micros, out problem):
                Collect(read, micros);
                return Task.CompletedTask;
            case WiclaxLine.Gun gun when context.Times.TryTimeOfDay(gun.MicrosOfDay, out var micros, out problem):
                _buffer.Add("", new DecodedMarker(micros, MarkerKind.Gun, "RACESTART"));
                return Task.CompletedTask;
            case WiclaxLine.Clock clock when WallTime.TryResolve(context.Times, clock.Wall, out var micros, out problem):
                return HearClockAsync(stream, clock.Wall, micros, cancellationToken);
            case WiclaxLine.Other:
                return Task.CompletedTask;
            default:
                Reject(problem, frame);
                return Task.CompletedTask;
        }
    }

    private void Collect(WiclaxLine.Read read, long micros)
    {
        _buffer.Add(read.Location, new DecodedRead(read.Chip, micros));
        if (read.IsRewound)
        {
            _rewoundSinceTick = true;
            _point.Replayed(read.Wall);
            if (_firstLive == (read.Chip, read.Wall))
            {
                _point.EndReplay();
            }
        }
        else
        {
            _firstLive ??= (read.Chip, read.Wall);
            _point.Live(read.Wall);
        }
    }

    private async Task HearClockAsync(Stream stream, long wall, long micros, CancellationToken cancellationToken)
    {
        if (_question.Answer(micros) is { } sample)
        {
            context.Sink.SampleClock("", sample);
        }

        if (_knowsClock)
        {
            return;
        }

        _knowsClock = true;
        if (!_point.IsReplaying || _point.From is not { } from)
        {
            _point.Begin(wall);
        }
        else if (context.Setting("replay", "rewind") == "off")
        {
            _point.EndReplay();
        }
        else
        {
            _rewoundSinceTick = true;
            await SayAsync(stream, Rewind(from, wall), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A clock that was set back makes reads that look older than the point: then everything is asked for.</summary>
    private static string Rewind(long from, long now)
    {
        var start = now < from ? new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : WallTime.ToDateTime(from);
        var end = WallTime.ToDateTime(Math.Max(from, now)).AddDays(1);
        return string.Create(CultureInfo.InvariantCulture, $"REWIND {start:dd-MM-yyyy HH:mm:ss} {end:dd-MM-yyyy HH:mm:ss}");
    }

    private void Reject(string reason, Frame frame) => context.Sink.Reject(RejectedFrame.Of(reason, frame.Bytes));
}
