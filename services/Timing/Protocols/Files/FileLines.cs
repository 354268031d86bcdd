using System.Text;

namespace RaceSystem.Timing.Protocols.Files;

/// <summary>
/// Reads a file line by line with bounded memory, whatever wrote it: lines end in CR LF, LF or CR, NUL bytes are padding
/// (also those of UTF-16 text that is ASCII), a byte order mark is no text, and the last line needs no end.
/// </summary>
public static class FileLines
{
    private const int BufferBytes = 32 * 1024;
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    /// <summary>The lines, blank ones too; of a line longer than <paramref name="maxBytes"/> only the beginning is given.</summary>
    public static IEnumerable<FileLine> Read(Stream stream, int maxBytes = 8 * 1024)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[BufferBytes];
        var line = new Line(maxBytes);
        for (var length = stream.Read(buffer); length > 0; length = stream.Read(buffer))
        {
            for (var at = 0; at < length;)
            {
                var rest = buffer.AsSpan(at, length - at);
                var end = rest.IndexOfAny(LineFeed, CarriageReturn);
                line.Append(end < 0 ? rest : rest[..end]);
                at += end < 0 ? rest.Length : end + 1;
                if (end >= 0 && line.End(buffer[at - 1]) is { } ended)
                {
                    yield return ended;
                }
            }
        }

        if (line.EndOfFile() is { } last)
        {
            yield return last;
        }
    }

    /// <summary>What the lines hold; one that is too long is rejected before anybody makes sense of it.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="read">Makes sense of a line; null: it holds nothing.</param>
    internal static IEnumerable<ReadFileItem> Items(Stream stream, Func<FileLine, ReadFileItem?> read)
    {
        foreach (var line in Read(stream))
        {
            var item = line.IsOversize ? line.Reject("the line is too long") : read(line);
            if (item is not null)
            {
                yield return item;
            }
        }
    }

    /// <summary>The line that is being read.</summary>
    private sealed class Line(int maxBytes)
    {
        private readonly List<byte> _bytes = [];
        private int _number = 1;
        private bool _isOversize;
        private bool _followsCarriageReturn;

        public void Append(ReadOnlySpan<byte> piece)
        {
            while (!piece.IsEmpty)
            {
                var nul = piece.IndexOf((byte)0);
                Add(nul < 0 ? piece : piece[..nul]);
                piece = nul < 0 ? [] : piece[(nul + 1)..];
            }
        }

        /// <summary>The line, unless this is the second half of CR LF.</summary>
        public FileLine? End(byte by)
        {
            var isSecondHalf = by == LineFeed && _followsCarriageReturn;
            _followsCarriageReturn = by == CarriageReturn;
            return isSecondHalf ? null : Take();
        }

        public FileLine? EndOfFile() => _bytes.Count > 0 || _isOversize ? Take() : null;

        private void Add(ReadOnlySpan<byte> bytes)
        {
            if (bytes.IsEmpty)
            {
                return;
            }

            _followsCarriageReturn = false;
            var room = maxBytes - _bytes.Count;
            _isOversize |= bytes.Length > room;
            _bytes.AddRange(bytes[..Math.Min(room, bytes.Length)]);
        }

        private FileLine Take()
        {
            var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes);
            var taken = new FileLine(_number, Encoding.UTF8.GetString(_number == 1 ? WithoutMark(bytes) : bytes), _isOversize);
            _bytes.Clear();
            (_number, _isOversize) = (_number + 1, false);
            return taken;
        }

        private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
            bytes.StartsWith("\uFEFF"u8) ? bytes[3..]
            : bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? bytes[2..]
            : bytes;
    }
}
