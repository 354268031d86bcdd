using System.Text.Json;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// One post of the maker's software: a record, an array, or one record a line. Records that make no sense are rejected, the
/// others stored; the post is answered when they are.
/// </summary>
internal sealed class RaceResultWebhookSession(DecoderSessionContext context) : IDecoderSession
{
    /// <summary>A body is at most so many frames of the connection's limit long.</summary>
    private const int MaxFrames = 16;

    private readonly BatchBuffer _buffer = new(context.Sink);

    public async Task RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        var json = new RaceResultJson(context.Times, RaceResultProtocol.IsUtcTimeLocal(context.Settings));
        var body = await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        foreach (var piece in Pieces(body))
        {
            foreach (var (passing, text) in piece.Values.SelectMany(json.Records))
            {
                Collect(passing, text);
                if (_buffer.IsFull)
                {
                    await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            if (piece.Problem.Length > 0)
            {
                context.Sink.Reject(RejectedFrame.Of(piece.Problem, piece.Bytes));
            }
        }

        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The whole body when it is JSON, otherwise its lines one by one, so that a broken one costs no other.</summary>
    private static IEnumerable<Piece> Pieces(ReadOnlyMemory<byte> body)
    {
        var whole = Piece.Of(body);
        if (whole.Problem.Length == 0 || body.Span.IndexOf((byte)'\n') < 0)
        {
            yield return whole;
            yield break;
        }

        while (!body.IsEmpty)
        {
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (!line.Span.Trim(" \t\r\0"u8).IsEmpty)
            {
                yield return Piece.Of(line);
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var limit = context.Limits.MaxFrameBytes * MaxFrames;
        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > limit)
            {
                throw new DecoderProtocolException($"The body is longer than {limit} bytes: post fewer records at once.");
            }

            body.Write(buffer, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private void Collect(RaceResultPassing passing, ReadOnlyMemory<byte> text)
    {
        if (passing.Value is { } read)
        {
            _buffer.Add(passing.Location, read);
        }
        else if (passing.Marker is { } marker)
        {
            _buffer.Add(passing.Location, marker);
        }
        else
        {
            context.Sink.Reject(RejectedFrame.Of(passing.Problem, text));
        }
    }

    private readonly record struct Piece(ReadOnlyMemory<byte> Bytes, IReadOnlyList<ReadOnlyMemory<byte>> Values, string Problem)
    {
        public static Piece Of(ReadOnlyMemory<byte> bytes)
        {
            try
            {
                var values = RaceResultJson.Cut(bytes);
                return new Piece(bytes, values, values.Count == 0 ? "the body is empty" : "");
            }
            catch (JsonException)
            {
                return new Piece(bytes, [], "the record is no JSON");
            }
        }
    }
}
