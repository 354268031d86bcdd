using System.Text;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>
/// One connection from Timing &amp; Scoring, Toolkit or a decoder. Several locations share it. A batch is acknowledged with
/// its number after its reads are on disk; a batch that comes again in the same bytes is acknowledged at once. Records that
/// make no sense are rejected and acknowledged with the rest, for the other side would send them for ever.
/// </summary>
internal sealed class MylapsSession(DecoderSessionContext context) : IDecoderSession
{
    private const int RememberedFrames = 64;
    private const int MaxLocations = 100;
    private static readonly char[] Stray = ['\r', '\n', '\0'];
    private readonly RecentFrames _stored = new(RememberedFrames);
    private readonly BatchBuffer _buffer = new(context.Sink);
    private readonly HashSet<string> _locations = new(StringComparer.Ordinal);
    private readonly MylapsDevices _devices = new(context);
    private readonly string _name = context.Setting("name", "RaceSystem");
    private readonly bool _isOld = context.Setting("version", "2.1").StartsWith('1');

    /// <inheritdoc/>
    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var writer = new LineWriter(stream, "@$");
        var frames = new FrameReader(stream, [(byte)'$'], context.Limits, context.Clock);
        await new FrameLoop(frames, context.Clock, context.SecondsSetting("ping-seconds", 10)).RunAsync(
            (frame, token) => TakeAsync(frame, writer, token),
            _ => Task.CompletedTask,
            token => writer.WriteAsync($"{_name}@Ping", token),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(Frame frame, LineWriter writer, CancellationToken cancellationToken)
    {
        if (frame.IsOversize)
        {
            context.Sink.Reject(RejectedFrame.Of($"the frame is longer than {context.Limits.MaxFrameBytes} bytes", frame.Bytes));
            return;
        }

        // CR, LF and NUL stray in front of frames and between their pieces.
        var text = string.Concat(WireText.Decode(frame.Bytes.Span).Split(Stray));
        if (text.Length == 0)
        {
            return;
        }

        if (MylapsMessage.Parse(text) is { } message)
        {
            await HandleAsync(message, frame.Bytes, writer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            context.Sink.Reject(RejectedFrame.Of("this is no message: source@function@…", frame.Bytes));
        }
    }

    private async Task HandleAsync(MylapsMessage message, ReadOnlyMemory<byte> frame, LineWriter writer, CancellationToken cancellationToken)
    {
        switch (message.Function)
        {
            case "Pong":
                await GreetAsync(message.Source, writer, cancellationToken).ConfigureAwait(false);
                break;
            case "Ping":
                await writer.WriteAsync($"{_name}@AckPing", cancellationToken).ConfigureAwait(false);
                break;
            case "GetInfo":
                await writer.WriteAsync($"{_name}@AckGetInfo@n={_name}", cancellationToken).ConfigureAwait(false);
                break;
            case "AckGetInfo":
                _devices.Note(message);
                break;
            case "GetLocations":
                foreach (var location in message.Data.Where(part => part.StartsWith("ln=", StringComparison.Ordinal)))
                {
                    await AskForDevicesAsync(location[3..], writer, cancellationToken).ConfigureAwait(false);
                }

                break;
            case "Store" or "Passing" or "Marker":
                await StoreAsync(message, frame, cancellationToken).ConfigureAwait(false);
                if (message.Number is { } number)
                {
                    await writer.WriteAsync($"{_name}@Ack{message.Function}@{number}", cancellationToken).ConfigureAwait(false);
                }

                break;
            default:
                if (!message.IsAnswer)
                {
                    context.Sink.Reject(RejectedFrame.Of($"the function {message.Function} is unknown", frame));
                }

                break;
        }
    }

    private async Task GreetAsync(string location, LineWriter writer, CancellationToken cancellationToken)
    {
        var fields = context.Setting("passing-fields", "");
        var deviceFields = context.Setting("device-fields", "");
        var version = _isOld ? "" : "@Version2.1";
        var selection = _isOld || fields.Length == 0 ? "" : deviceFields.Length == 0 ? $"@{fields}" : $"@{fields}@{deviceFields}";
        await writer.WriteAsync($"{_name}@AckPong{version}{selection}", cancellationToken).ConfigureAwait(false);
        if (_locations.Count == 0)
        {
            await writer.WriteAsync($"{_name}@GetLocations", cancellationToken).ConfigureAwait(false);
        }

        await AskForDevicesAsync(location, writer, cancellationToken).ConfigureAwait(false);
    }

    private async Task AskForDevicesAsync(string location, LineWriter writer, CancellationToken cancellationToken)
    {
        if (location.Length is 0 or > 100 || _locations.Count >= MaxLocations || !_locations.Add(location))
        {
            return;
        }

        _devices.Ask();
        await writer.WriteAsync(_isOld ? $"{_name}@GetInfo" : $"{_name}@GetInfo@{location}", cancellationToken).ConfigureAwait(false);
    }

    private async Task StoreAsync(MylapsMessage message, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        if (_stored.Contains(frame.Span))
        {
            return;
        }

        foreach (var record in message.Records)
        {
            if (!Collect(message, record, out var problem))
            {
                context.Sink.Reject(RejectedFrame.Of(problem, Encoding.UTF8.GetBytes(record)));
            }

            if (_buffer.IsFull)
            {
                await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        _stored.Add(frame.Span);
    }

    private bool Collect(MylapsMessage message, string record, out string problem)
    {
        if (message.Function == "Marker")
        {
            if (!MylapsParser.TryMarker(record, context.Times, out var marker, out problem))
            {
                return false;
            }

            _buffer.Add(message.Source, marker);
            return true;
        }

        var isRead = message.Function == "Store"
            ? MylapsParser.TryStore(record, context.Times, out var read, out problem)
            : MylapsParser.TryPassing(record, context.Times, out read, out problem);
        if (isRead)
        {
            _buffer.Add(message.Source, read);
        }

        return isRead;
    }
}
