using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Files;

/// <summary>
/// Cuts a file into frames that end in a delimiter of their own or with their line, with bounded memory. As with
/// <see cref="FileLines"/>, NUL bytes are padding, a byte order mark is no text, and the last frame needs no end; empty
/// frames are left out. A frame's own delimiter ends its line too, and the end of the line behind it counts no more.
/// </summary>
public static class FileFrames
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>The frames of a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="delimiter">Ends a frame.</param>
    /// <param name="maxFrameBytes">Of a longer frame the beginning is given, marked as oversize.</param>
    public static IEnumerable<FileLine> Read(Stream stream, byte delimiter, int maxFrameBytes = 64 * 1024)
    {
        var buffer = new byte[BufferBytes];
        var cutter = new Cutter(delimiter, maxFrameBytes);
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var index = 0; index < count; index++)
            {
                if (cutter.Take(buffer[index]) is { } frame)
                {
                    yield return frame;
                }
            }
        }

        if (cutter.End() is { } last)
        {
            yield return last;
        }
    }

    private sealed class Cutter(byte delimiter, int maxFrameBytes)
    {
        private byte[] _frame = new byte[256];
        private int _length;
        private int _line = 1;
        private byte _ended;
        private bool _isOversize;

        public FileLine? Take(byte value)
        {
            if (value == 0)
            {
                return null;
            }

            if (value is not ((byte)'\r' or (byte)'\n') && value != delimiter)
            {
                Append(value);
                return null;
            }

            var frame = End();
            var belongsToLast = frame is null && ((value == (byte)'\n' && (_ended == (byte)'\r' || _ended == delimiter)) || (value == (byte)'\r' && _ended == delimiter));
            if (belongsToLast && value == (byte)'\r')
            {
                return null;
            }

            _line += belongsToLast ? 0 : 1;
            _ended = belongsToLast ? (byte)0 : value;
            return frame;
        }

        public FileLine? End()
        {
            var bytes = _frame.AsSpan(0, _length);
            if (_line == 1 && bytes.StartsWith("\uFEFF"u8))
            {
                bytes = bytes[3..];
            }

            FileLine? frame = bytes.IsEmpty ? null : new FileLine(_line, WireText.Decode(bytes), _isOversize);
            (_length, _isOversize) = (0, false);
            return frame;
        }

        private void Append(byte value)
        {
            if (_length == maxFrameBytes)
            {
                _isOversize = true;
                return;
            }

            if (_length == _frame.Length)
            {
                Array.Resize(ref _frame, Math.Min(_frame.Length * 2, maxFrameBytes));
            }

            _frame[_length++] = value;
            _ended = 0;
        }
    }
}
