namespace RaceSystem.Results.Certification.Verification;

/// <summary>Reads lines that end in a line feed, every one of them.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>Longest line in bytes: a header carries all rules, with 500 records and 300 clubs in each of 200 divisions.</summary>
    public const int MaxLineBytes = 16 << 20;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line without its line feed, valid until the one after it; false at the end.</summary>
    /// <exception cref="FormatException">The line does not end, or is too long.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = _buffer.AsMemory(_start, searched + at - _start);
                _start = searched + at + 1;
                return true;
            }

            searched = Fill(_end - _start);
            if (searched == _end)
            {
                line = default;
                return _end == _start ? false : throw new FormatException("the last line does not end: the file was cut off");
            }
        }
    }

    /// <summary>Reads on behind what is there; gives where the new bytes begin.</summary>
    private int Fill(int kept)
    {
        if (kept == _buffer.Length)
        {
            if (kept >= MaxLineBytes)
            {
                throw new FormatException("a line is too long for a classification");
            }

            Array.Resize(ref _buffer, kept * 2);
        }

        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        _start = 0;
        _end = kept + stream.Read(_buffer, kept, _buffer.Length - kept);
        return kept;
    }
}
