using System.Text;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>Reads the records of one device in order, also while others are appended. For one thread.</summary>
internal sealed class SpoolCursor(ReadSpool spool, string deviceId)
{
    private const int ChunkBytes = 512 * 1024;

    private readonly byte[] _device = Encoding.UTF8.GetBytes(deviceId);
    private SpoolSegment? _segment;
    private long _offset;
    private byte[] _chunk = [];
    private long _chunkFrom;
    private int _chunkLength;
    private SpoolRecord? _peeked;

    /// <summary>Goes to the first record after a number.</summary>
    internal void Seek(long after)
    {
        (_peeked, _chunkLength) = (null, 0);
        _segment = spool.SegmentOf(deviceId, after + 1);
        _offset = _segment?.Near(deviceId, after + 1) ?? 0;
        Skip(after);
    }

    /// <summary>The next record, without going behind it; null when there is none yet.</summary>
    /// <exception cref="InvalidDataException">What was durable cannot be read back.</exception>
    internal SpoolRecord? Peek() => _peeked ??= Find();

    /// <summary>Goes behind the record that was peeked.</summary>
    internal void Advance() => _peeked = null;

    private void Skip(long after)
    {
        while (Peek() is { } record && record.Number <= after)
        {
            Advance();
        }
    }

    private SpoolRecord? Find()
    {
        _segment ??= spool.SegmentOf(deviceId, 1);
        while (_segment is not null)
        {
            if (_offset >= _segment.End)
            {
                if (spool.SegmentAfter(_segment) is not { } next)
                {
                    return null;
                }

                if (_offset < _segment.End)
                {
                    continue;
                }

                (_segment, _offset, _chunkLength) = (next, 0, 0);
                continue;
            }

            if (NextFrame() is { Kind: FrameKind.Reads } frame)
            {
                var payload = _chunk.AsMemory(frame.Payload, (int)(frame.End - _chunkFrom) - frame.Payload);
                if (SpoolRecord.IsOf(payload.Span, _device, out _))
                {
                    return SpoolRecord.Decode(payload);
                }
            }
        }

        return null;
    }

    /// <summary>The frame at the offset, which moves behind it; null where damage was left out.</summary>
    private SpoolFrame? NextFrame()
    {
        var segment = _segment!;
        if (segment.EndOfDamage(_offset) is > 0 and var end)
        {
            _offset = end;
            return null;
        }

        Load(segment);
        var at = (int)(_offset - _chunkFrom);
        if (!SpoolFrame.TryRead(_chunk.AsSpan(0, _chunkLength), at, _chunkFrom, out var frame))
        {
            throw new InvalidDataException(
                $"{segment.Name} cannot be read back at byte {_offset}: the disk is failing. Start the agent again to salvage what can be read.");
        }

        _offset = frame.End;
        return frame;
    }

    /// <summary>Brings the whole frame at the offset into the chunk. Payloads handed out before stay as they are.</summary>
    private void Load(SpoolSegment segment)
    {
        var at = _offset - _chunkFrom;
        if (at >= 0 && at + SpoolFrame.HeadBytes <= _chunkLength
            && SpoolFrame.LengthOf(_chunk.AsSpan((int)at, (int)(_chunkLength - at))) is > 0 and var length && at + length <= _chunkLength)
        {
            return;
        }

        ReadChunk(segment, ChunkBytes);
        if (SpoolFrame.LengthOf(_chunk.AsSpan(0, _chunkLength)) > _chunkLength)
        {
            ReadChunk(segment, SpoolFrame.MaxBytes);
        }
    }

    private void ReadChunk(SpoolSegment segment, int size)
    {
        _chunk = new byte[Math.Min(size, segment.End - _offset)];
        _chunkFrom = _offset;
        _chunkLength = segment.File.Read(_chunk, _offset);
    }
}
