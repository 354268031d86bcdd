using System.Globalization;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// What is said on one connection: the other side greets, we answer with our wishes, ask for its id and locations, and
/// start each location's stream behind what is stored of it. The protocol acknowledges commands, not reads: what got lost
/// with a connection is asked for by sequence number on the next. A location that appears later is started too.
/// </summary>
internal sealed class ChronoTrackDialogue
{
    private const int RememberedLines = 4_000;
    private const int MaxLocations = 200;
    private readonly DecoderSessionContext _context;
    private readonly FrameReader _frames;
    private readonly LineWriter _writer;
    private readonly BatchBuffer _buffer;
    private readonly ChronoTrackPositions _positions;
    private readonly RecentFrames _recent = new(RememberedLines);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly string[] _wishes;
    private readonly string _name;
    private bool _hasGreeted;

    public ChronoTrackDialogue(DecoderSessionContext context, Stream stream)
    {
        (_context, _name) = (context, context.Setting("name", "RaceSystem"));
        _frames = new FrameReader(stream, [(byte)'\n'], context.Limits, context.Clock);
        _writer = new LineWriter(stream, "\r\n");
        _buffer = new BatchBuffer(context.Sink);
        _positions = new ChronoTrackPositions(context.Memory);
        var format = context.Setting("time-format", "iso");
        if (format is not ("normal" or "iso" or "unix" or "msecs"))
        {
            throw new DecoderProtocolException("The setting time-format is none of normal, iso, unix and msecs.");
        }

        _wishes = ["guntimes=true", "newlocations=true", "connection-id=true", "stream-mode=push", $"time-format={format}", "pushmode-ack=true"];
    }

    /// <summary>Talks until the other side ends.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        new FrameLoop(_frames, _context.Clock, _context.SecondsSetting("ping-seconds", 10)).RunAsync(TakeAsync, StoreAsync, PingAsync, cancellationToken);

    private Task PingAsync(CancellationToken cancellationToken) => _hasGreeted ? SayAsync("ping", cancellationToken) : Task.CompletedTask;

    private Task SayAsync(string line, CancellationToken cancellationToken) => _writer.WriteAsync(line, cancellationToken);

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        _positions.Stored();
    }

    private async Task TakeAsync(Frame frame, CancellationToken cancellationToken)
    {
        var line = WireText.Decode(frame.Bytes.Span).Trim('\r', '\0', ' ', '\uFEFF');
        if (line.Length == 0)
        {
            return;
        }

        if (frame.IsOversize)
        {
            Reject("the line is too long", frame);
        }
        else if (ChronoTrackParser.IsEvent(line))
        {
            await TakeEventAsync(line, frame, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await TakeWordAsync(line, frame, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeEventAsync(string line, Frame frame, CancellationToken cancellationToken)
    {
        if (!ChronoTrackParser.TryEvent(line, out var value, out var problem))
        {
            Reject(problem, frame);
            return;
        }

        if (value.Tag == ChronoTrackEvent.NewLocation)
        {
            await StartAsync(value.Location, cancellationToken).ConfigureAwait(false);
            return;
        }

        // The same line is the same read: sequence numbers alone do not tell, some senders repeat them.
        if (!_recent.Contains(frame.Bytes.Span))
        {
            _recent.Add(frame.Bytes.Span);
            if (!Collect(value, out problem))
            {
                Reject(problem, frame);
            }
        }

        _positions.Reach(value.Location, value.Sequence);
        if (_buffer.IsFull)
        {
            await StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool Collect(ChronoTrackEvent value, out string problem)
    {
        if (value.Tag == ChronoTrackEvent.GunTime)
        {
            if (!ChronoTrackParser.TryTime(value.TimeText, _context.Times, out var micros, out problem))
            {
                return false;
            }

            _buffer.Add(value.Location, new DecodedMarker(micros, MarkerKind.Gun, ChronoTrackEvent.GunTime));
            return true;
        }

        if (!ChronoTrackParser.TryRead(value, _context.Times, out var read, out problem))
        {
            return false;
        }

        _buffer.Add(value.Location, read);
        return true;
    }

    private async Task TakeWordAsync(string line, Frame frame, CancellationToken cancellationToken)
    {
        var parts = line.Split('~', MaxLocations + 2);
        switch (parts)
        {
            case ["ping"]:
                // An answer stands for everything before it.
                await StoreAsync(cancellationToken).ConfigureAwait(false);
                await SayAsync("ack~ping", cancellationToken).ConfigureAwait(false);
                break;
            case ["ack", "getconnectionid", var id, ..]:
                _positions.ConnectionId = id.Length <= 64 ? id : id[..64];
                break;
            case ["ack", "getlocations", .. var locations]:
                foreach (var location in locations.Where(name => name.Length is > 0 and <= 100))
                {
                    await StartAsync(location, cancellationToken).ConfigureAwait(false);
                }

                break;
            case ["ack", "geteventinfo", var name, ..]:
                _context.Sink.Report(new DecoderStatus(name.Length <= 100 ? name : name[..100]));
                break;
            case ["ack", ..]:
                break;
            case ["err", "getconnectionid" or "geteventinfo" or "authorize" or "ping", ..]:
                // Questions that older programs do not know.
                break;
            case ["err", ..]:
                Reject("the decoder refused what it was asked", frame);
                break;
            case [var name, _, var protocol] when !_hasGreeted && name.Length > 0 && protocol.StartsWith("CTP", StringComparison.Ordinal):
                await GreetAsync(name, protocol, cancellationToken).ConfigureAwait(false);
                break;
            default:
                Reject(_hasGreeted ? "this is neither a read nor an answer" : "the connection does not begin with a greeting: name~version~CTP01", frame);
                break;
        }
    }

    private async Task GreetAsync(string name, string protocol, CancellationToken cancellationToken)
    {
        if (protocol != "CTP01")
        {
            throw new DecoderProtocolException($"The decoder speaks {(protocol.Length <= 20 ? protocol : protocol[..20])}, CTP01 is spoken here.");
        }

        _hasGreeted = true;
        _context.Sink.Report(new DecoderStatus(name.Length <= 100 ? name : name[..100]));
        await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{_name}~1.0~{_wishes.Length}"), cancellationToken).ConfigureAwait(false);
        foreach (var line in (string[])[.. _wishes, "getconnectionid", "geteventinfo", "getlocations"])
        {
            await SayAsync(line, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Starts a location's stream; a number makes it begin with the last line that is stored, or behind it: either loses none.</summary>
    private async Task StartAsync(string location, CancellationToken cancellationToken)
    {
        if (_started.Count >= MaxLocations || !_started.Add(location))
        {
            return;
        }

        var last = _positions.Last(location);
        await SayAsync(last is { } number ? string.Create(CultureInfo.InvariantCulture, $"start~{location}~{number}") : $"start~{location}", cancellationToken)
            .ConfigureAwait(false);
    }

    private void Reject(string reason, Frame frame) => _context.Sink.Reject(RejectedFrame.Of(reason, frame.Bytes));
}
