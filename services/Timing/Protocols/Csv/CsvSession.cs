using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>
/// One connection of a decoder. Every line is answered: <c>ack N</c> when all lines up to the N-th of this connection are
/// on disk or were refused, and before it <c>error N what</c> for each refused one. A malformed line costs a line, never
/// the connection.
/// </summary>
internal sealed class CsvSession(DecoderSessionContext context) : IDecoderSession
{
    /// <summary>A longer line is refused.</summary>
    internal const int MaxLineBytes = 256;

    private const long EarliestMicros = 631_152_000L * Instant.MicrosPerSecond;

    /// <summary>Within the day that Timing allows, with room for an agent whose clock is ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(12);

    private readonly BatchBuffer _buffer = new(context.Sink);
    private readonly StringBuilder _answer = new();
    private long _lines;

    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var parser = new CsvParser(new CsvMapping(context.Settings, isFile: false), context.Times);
        var frames = new FrameReader(stream, "\n"u8.ToArray(), context.Limits, context.Clock);
        while (await frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            Take(parser, frame);
            for (var rest = DecodedBatch.MaxReads - 1; rest > 0 && frames.TryRead(out frame); rest--)
            {
                Take(parser, frame);
            }

            await AnswerAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        // A line without its end was cut off with the connection; the decoder sends it again.
    }

    private void Take(CsvParser parser, Frame frame)
    {
        _lines++;
        CsvRead? read = null;
        var problem = "line too long";
        if (frame.IsOversize || frame.Bytes.Length > MaxLineBytes || !parser.TryParse(Encoding.UTF8.GetString(frame.Bytes.Span).Trim(), out read, out problem))
        {
            Refuse(problem, frame);
        }
        else if (read is { } value)
        {
            Collect(value, frame);
        }
    }

    /// <summary>Times must lie where Timing takes them, since a batch that the server refuses would hold up the spool.</summary>
    private void Collect(CsvRead read, Frame frame)
    {
        var micros = read.Value.TimeMicros;
        if (micros < EarliestMicros || micros > Instant.From(context.Clock.GetUtcNow().Add(Ahead)).Micros)
        {
            Refuse("the time must lie between 1990 and half a day ahead of this machine's clock", frame);
        }
        else
        {
            _buffer.Add(read.Location, read.Value);
        }
    }

    private void Refuse(string problem, Frame frame)
    {
        context.Sink.Reject(RejectedFrame.Of(problem, frame.Bytes));
        _answer.Append(CultureInfo.InvariantCulture, $"error {_lines} {problem}\n");
    }

    private async Task AnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        _answer.Append(CultureInfo.InvariantCulture, $"ack {_lines}\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer.ToString()), cancellationToken).ConfigureAwait(false);
        _answer.Clear();
    }
}
