namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>Brings what IPICO readers say into the terms of Timing.</summary>
internal static class IpicoReads
{
    /// <summary>
    /// A read. The counters of the two receive channels stand where others have the antenna: two frames of one chip in the
    /// same hundredth that differ only in them are two reads, as in the reader's own memory.
    /// </summary>
    public static DecodedRead Decode(IpicoFrame.Read read, long micros) => new(read.Chip, micros, 0, read.Counters);

    /// <summary>The trigger input.</summary>
    public static DecodedMarker Gun(long micros) => new(micros, MarkerKind.Gun, "trigger");

    /// <summary>A reader that was given a number is a location of its own; 00 is the number of one that was not.</summary>
    public static string Location(string reader) => reader == "00" ? "" : reader;

    /// <summary>The frame in a line, where terminals write something before or behind it; the line itself when there is none.</summary>
    public static ReadOnlySpan<char> FrameIn(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim(" \t\0\"'");
        foreach (var part in trimmed.SplitAny(" \t\0\"',;"))
        {
            var piece = trimmed[part];
            if (piece.Length >= 10 && (piece.StartsWith("aa", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("ab", StringComparison.OrdinalIgnoreCase)))
            {
                return piece;
            }
        }

        return trimmed;
    }

    /// <summary>Whether a line is the reader's greeting or an answer in words, which say nothing of reads.</summary>
    public static bool IsWords(ReadOnlySpan<char> line) =>
        line.Contains("Controller", StringComparison.Ordinal) || line.StartsWith("date.", StringComparison.Ordinal) || line.StartsWith("replay", StringComparison.Ordinal);
}
