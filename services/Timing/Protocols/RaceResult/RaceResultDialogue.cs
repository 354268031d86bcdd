using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// A connection that we dialled to a decoder. It agrees on a version, asks for state, clock and the number of passings,
/// fetches what is not stored yet, and then has passings pushed; a gap in their numbers is fetched. The number of passings
/// is asked again and again, so that one whose push got lost is not missed, and an old decoder that cannot push is polled.
/// The decoder knows no acks: what was stored is remembered by file and number. Nothing is ever set on the decoder but the
/// version and the push of this connection.
/// </summary>
internal sealed class RaceResultDialogue
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);
    private readonly DecoderSessionContext _context;
    private readonly FrameReader _frames;
    private readonly LineWriter _writer;
    private readonly RaceResultParser _parser;
    private readonly RaceResultState _state;
    private readonly RaceResultPassings _passings;
    private readonly ClockQuestion _question;
    private readonly TimeSpan _clockPeriod;
    private Phase _phase = Phase.Version;
    private RaceResultVersion _version;
    private long _startedAt;
    private long _clockAskedAt;

    public RaceResultDialogue(DecoderSessionContext context, Stream stream)
    {
        _frames = new FrameReader(stream, [(byte)'\n'], context.Limits, context.Clock);
        _writer = new LineWriter(stream, "\r\n");
        _context = context;
        _parser = new RaceResultParser(context.Times, new RaceResultMarkers(context.Setting("markers", "99999")));
        _state = new RaceResultState(context.Sink);
        _passings = new RaceResultPassings(context, _parser, _writer);
        _question = new ClockQuestion(context.Clock, 1_000);
        _clockPeriod = context.SecondsSetting("clock-seconds", 60);
    }

    private enum Phase
    {
        Version,
        CatchingUp,
        Running,
    }

    /// <summary>Talks until the other side ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _startedAt = _context.Clock.GetTimestamp();
        await AskAsync("GETPROTOCOL", cancellationToken).ConfigureAwait(false);
        await new FrameLoop(_frames, _context.Clock, _context.SecondsSetting("poll-seconds", 10))
            .RunAsync(TakeAsync, _passings.StoreAsync, TickAsync, cancellationToken).ConfigureAwait(false);
    }

    private Task AskAsync(string command, CancellationToken cancellationToken) => _writer.WriteAsync(command, cancellationToken);

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        _passings.CheckAnswer();
        if (_phase == Phase.Version && _context.Clock.GetElapsedTime(_startedAt) > LongestAnswer)
        {
            throw new DecoderProtocolException("Nobody answered GETPROTOCOL: this is no RACE RESULT decoder, or not its port for programs.");
        }

        if (_phase != Phase.Running)
        {
            return;
        }

        await AskAsync("PING", cancellationToken).ConfigureAwait(false);
        await AskAsync("PASSINGS", cancellationToken).ConfigureAwait(false);
        if (_context.Clock.GetElapsedTime(_clockAskedAt) >= _clockPeriod)
        {
            await AskForClockAsync(cancellationToken).ConfigureAwait(false);
            await AskAsync("GETSTATUS", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AskForClockAsync(CancellationToken cancellationToken)
    {
        _clockAskedAt = _context.Clock.GetTimestamp();
        _question.Ask();
        await AskAsync("GETTIME", cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(Frame frame, CancellationToken cancellationToken)
    {
        if (frame.IsOversize)
        {
            Reject("the line is too long", frame);
            return;
        }

        var line = WireText.Decode(frame.Bytes.Span).Trim('\r', '\0', ' ', '\uFEFF');
        if (line.Length == 0)
        {
            _passings.EndFetch(frame);
            await FetchAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (line.StartsWith("#P;", StringComparison.Ordinal) || char.IsAsciiDigit(line[0]))
        {
            await _passings.TakeAsync(line, frame, cancellationToken).ConfigureAwait(false);
            await FetchAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await TakeAnswerAsync(line, frame, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAnswerAsync(string line, Frame frame, CancellationToken cancellationToken)
    {
        var fields = line.Split(';', 64);
        switch (fields[0])
        {
            case "GETPROTOCOL" when _phase == Phase.Version && fields.Length >= 4:
                await AgreeAsync(fields, cancellationToken).ConfigureAwait(false);
                break;
            case "SETPROTOCOL" when _phase == Phase.Version:
                await GreetAsync(line, cancellationToken).ConfigureAwait(false);
                break;
            case "PASSINGS" when fields.Length >= 2 && ClockText.TryDigits(fields[1].Trim(), out var count):
                _passings.Count(count, fields.Length > 2 && ClockText.TryDigits(fields[2].Trim(), out var file) ? file : null);
                await FetchAsync(cancellationToken).ConfigureAwait(false);
                break;
            case "GETTIME" when fields.Length >= 3:
                if (_parser.TryTime(fields[1].Trim(), fields[2].Trim(), out var micros, out _) && _question.Answer(micros) is { } sample)
                {
                    _context.Sink.SampleClock(_state.Name, sample);
                }

                break;
            case "GETSTATUS":
                _state.TakeStatus(fields);
                break;
            case "GETCONFIG":
                _state.TakeConfig(fields);
                break;
            case "GETPROTOCOL" or "SETPROTOCOL" or "SETPUSHPASSINGS" or "SETPUSHPREWARNS" or "PING" or "STARTOPERATION" or "STOPOPERATION" or "SETTIME":
                break;
            case var other when other.StartsWith('#'):
                // Prewarnings and other pushes that nobody asked for.
                break;
            default:
                Reject("the decoder says something that no question asked for", frame);
                break;
        }
    }

    private async Task AgreeAsync(string[] fields, CancellationToken cancellationToken)
    {
        if (RaceResultVersion.Parse(fields[2]) is not { } oldest || RaceResultVersion.Parse(fields[3]) is not { } newest)
        {
            throw new DecoderProtocolException("The decoder did not tell which versions of the protocol it speaks.");
        }

        _version = RaceResultVersion.Choose(oldest, newest);
        await AskAsync($"SETPROTOCOL;{_version}", cancellationToken).ConfigureAwait(false);
    }

    private async Task GreetAsync(string line, CancellationToken cancellationToken)
    {
        if (line != $"SETPROTOCOL;{_version}")
        {
            throw new DecoderProtocolException($"The decoder refused protocol {_version}.");
        }

        _phase = Phase.CatchingUp;
        await AskAsync("GETSTATUS", cancellationToken).ConfigureAwait(false);
        await AskAsync("GETCONFIG;GENERAL;BOXNAME", cancellationToken).ConfigureAwait(false);
        await AskForClockAsync(cancellationToken).ConfigureAwait(false);
        await AskAsync("SETPUSHPREWARNS;0", cancellationToken).ConfigureAwait(false);
        await AskAsync("PASSINGS", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for what is missing; when nothing is, and everything is stored, has passings pushed.</summary>
    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        if (_phase == Phase.Version || !await _passings.FetchAsync(cancellationToken).ConfigureAwait(false) || _phase == Phase.Running)
        {
            return;
        }

        _phase = Phase.Running;
        await _passings.StoreAsync(cancellationToken).ConfigureAwait(false);
        if (_version >= RaceResultVersion.Pushing)
        {
            await AskAsync("SETPUSHPASSINGS;1;0", cancellationToken).ConfigureAwait(false);
        }

        // What came between the first count and the push.
        await AskAsync("PASSINGS", cancellationToken).ConfigureAwait(false);
    }

    private void Reject(string reason, Frame frame) => _context.Sink.Reject(RejectedFrame.Of(reason, frame.Bytes));
}
