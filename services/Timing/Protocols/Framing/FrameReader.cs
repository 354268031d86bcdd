using System.Buffers;
using System.IO.Pipelines;

namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>
/// Cuts a stream into frames that end in a delimiter, with bounded memory: of a frame longer than the limit only the
/// beginning is given, marked as oversize, and its rest is skipped. The end of the stream ends the last frame only when
/// <paramref name="takesUnended"/> says so. Not thread-safe.
/// </summary>
/// <param name="stream">The connection or file.</param>
/// <param name="delimiters">Any of these bytes ends a frame; the delimiter is not part of it.</param>
/// <param name="limits">Longest frame, and how long a silence may last.</param>
/// <param name="clock">For the silence.</param>
/// <param name="takesUnended">Whether bytes before the end of the stream are a frame: in files, not on connections.</param>
public sealed class FrameReader(Stream stream, byte[] delimiters, SessionLimits limits, TimeProvider clock, bool takesUnended = false)
{
    private const int BufferBytes = 16 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
    private bool _skipping;

    /// <summary>A frame that is here already; false when one has to be waited for with <see cref="ReadAsync"/>.</summary>
    public bool TryRead(out Frame frame)
    {
        while (_reader.TryRead(out var result))
        {
            var buffer = result.Buffer;
            if (Take(ref buffer, result.IsCompleted) is { } taken)
            {
                _reader.AdvanceTo(buffer.Start);
                frame = taken;
                return true;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        frame = default;
        return false;
    }

    /// <summary>The next frame, without its delimiter; null at the end of the stream.</summary>
    /// <exception cref="TimeoutException">Nothing came for <see cref="SessionLimits.IdleTimeout"/>.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (Take(ref buffer, result.IsCompleted) is { } frame)
            {
                _reader.AdvanceTo(buffer.Start);
                return frame;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return null;
            }
        }
    }

    private Frame? Take(ref ReadOnlySequence<byte> buffer, bool ended)
    {
        while (true)
        {
            var end = PositionOfDelimiter(buffer);
            if (_skipping)
            {
                buffer = buffer.Slice(end is { } last ? buffer.GetPosition(1, last) : buffer.End);
                _skipping = end is null;
                if (end is null)
                {
                    return null;
                }

                continue;
            }

            if (end is not { } stop)
            {
                return TakeUnended(ref buffer, ended);
            }

            var bytes = buffer.Slice(0, stop);
            buffer = buffer.Slice(buffer.GetPosition(1, stop));
            return bytes.Length > limits.MaxFrameBytes
                ? new Frame(bytes.Slice(0, limits.MaxFrameBytes).ToArray(), true)
                : new Frame(bytes.ToArray(), false);
        }
    }

    private Frame? TakeUnended(ref ReadOnlySequence<byte> buffer, bool ended)
    {
        if (buffer.Length > limits.MaxFrameBytes)
        {
            var beginning = buffer.Slice(0, limits.MaxFrameBytes).ToArray();
            buffer = buffer.Slice(buffer.End);
            _skipping = true;
            return new Frame(beginning, true);
        }

        if (!ended || !takesUnended || buffer.IsEmpty)
        {
            return null;
        }

        var rest = buffer.ToArray();
        buffer = buffer.Slice(buffer.End);
        return new Frame(rest, false);
    }

    private SequencePosition? PositionOfDelimiter(in ReadOnlySequence<byte> buffer)
    {
        if (delimiters.Length == 1)
        {
            return buffer.PositionOf(delimiters[0]);
        }

        var reader = new SequenceReader<byte>(buffer);
        return reader.TryAdvanceToAny(delimiters, advancePastDelimiter: false) ? reader.Position : null;
    }

    private async ValueTask<ReadResult> ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (_reader.TryRead(out var ready))
        {
            return ready;
        }

        using var idle = new CancellationTokenSource(limits.IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            return await _reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Nothing came for {limits.IdleTimeout.TotalSeconds} s.");
        }
    }
}
