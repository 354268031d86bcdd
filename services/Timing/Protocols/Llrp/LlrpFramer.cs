using System.Buffers.Binary;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>
/// Cuts bytes into messages by the length in their header, with bounded memory. Bytes that cannot begin a message are
/// skipped until some can: version 1 or 2, a known type, a length within the limit. A longer message is skipped by its
/// length. Not thread-safe.
/// </summary>
/// <param name="maxMessageBytes">Longest message.</param>
internal sealed class LlrpFramer(int maxMessageBytes)
{
    private const int LongestSkip = 16 * 1024 * 1024;
    private const int KeptOfSkipped = RejectedFrame.MaxBytes;
    private readonly List<byte> _skipped = [];
    private byte[] _buffer = new byte[512];
    private int _count;
    private int _length;
    private long _toSkip;

    /// <summary>The next message, or what is none; false when more bytes are needed.</summary>
    /// <param name="input">What came; what was used is cut off.</param>
    /// <param name="message">The message.</param>
    public bool TryTake(ref ReadOnlySpan<byte> input, out LlrpMessage message)
    {
        while (true)
        {
            if (_toSkip == 0 && _length == 0 && _count >= LlrpMessage.HeaderLength && TakeHeader(out message))
            {
                return true;
            }

            if (_length > 0 && _count == _length)
            {
                message = new LlrpMessage(TypeOf(_buffer), BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(6)), _buffer.AsSpan(0, _count).ToArray());
                (_count, _length) = (0, 0);
                return true;
            }

            if (input.IsEmpty)
            {
                message = default;
                return false;
            }

            Take(ref input);
        }
    }

    /// <summary>What lies incomplete at the end of a file.</summary>
    public bool TryFinish(out LlrpMessage rest)
    {
        _skipped.AddRange(_buffer.AsSpan(0, Math.Min(_count, KeptOfSkipped - _skipped.Count)));
        (_count, _length) = (0, 0);
        var isPending = _skipped.Count > 0;
        rest = isPending ? TakeSkipped("the bytes at the end are no whole LLRP message") : default;
        return isPending;
    }

    private void Take(ref ReadOnlySpan<byte> input)
    {
        if (_toSkip > 0)
        {
            var skipped = (int)Math.Min(_toSkip, input.Length);
            _toSkip -= skipped;
            input = input[skipped..];
            return;
        }

        var wanted = Math.Min(Math.Max(_length, LlrpMessage.HeaderLength) - _count, input.Length);
        Append(input[..wanted]);
        input = input[wanted..];
    }

    /// <summary>Looks at ten bytes; true when there is something to tell before the message that they begin, if they do.</summary>
    private bool TakeHeader(out LlrpMessage told)
    {
        told = default;
        var length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(2));
        var version = (_buffer[0] >> 2) & 7;
        if ((_buffer[0] & 0xE0) != 0 || version is not (1 or 2) || !LlrpMessageType.IsKnown(TypeOf(_buffer)) || length is < LlrpMessage.HeaderLength or > LongestSkip)
        {
            _skipped.Add(_buffer[0]);
            _count--;
            Buffer.BlockCopy(_buffer, 1, _buffer, 0, _count);
            told = _skipped.Count == KeptOfSkipped ? TakeSkipped("no LLRP message") : default;
            return told.Problem is not null;
        }

        if (_skipped.Count > 0)
        {
            told = TakeSkipped("no LLRP message");
            return true;
        }

        if (length <= maxMessageBytes)
        {
            _length = (int)length;
            return false;
        }

        told = new LlrpMessage(TypeOf(_buffer), 0, _buffer.AsSpan(0, _count).ToArray(), $"a message of {length} bytes is longer than {maxMessageBytes}");
        (_toSkip, _count) = (length - LlrpMessage.HeaderLength, 0);
        return true;
    }

    private LlrpMessage TakeSkipped(string problem)
    {
        var message = new LlrpMessage(0, 0, _skipped.ToArray(), problem);
        _skipped.Clear();
        return message;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_count + bytes.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_count + bytes.Length, Math.Min(_buffer.Length * 2, maxMessageBytes)));
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    private static ushort TypeOf(ReadOnlySpan<byte> header) => (ushort)(BinaryPrimitives.ReadUInt16BigEndian(header) & 0x3FF);
}
