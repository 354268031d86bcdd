using System.IO.Compression;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>A stretch of a classification's rows as they are stored: without persons, never changed.</summary>
/// <param name="FirstRow">Index of its first row.</param>
/// <param name="Lines">One line a row, <c>{"row":…,"splits":…}</c>, compressed with Brotli.</param>
/// <param name="Leaves">Hashes of the rows, one after the other.</param>
/// <param name="EntryIds">Of the rows.</param>
/// <param name="Bibs">Of the rows.</param>
public sealed record RowPart(int FirstRow, byte[] Lines, byte[] Leaves, IReadOnlyList<string> EntryIds, IReadOnlyList<string> Bibs)
{
    /// <summary>Rows of a part; the last one has fewer.</summary>
    public const int Size = 500;

    /// <summary>The lines, each without its line feed.</summary>
    public IReadOnlyList<byte[]> Read()
    {
        using var stream = new BrotliStream(new MemoryStream(Lines), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var bytes = whole.GetBuffer().AsMemory(0, checked((int)whole.Length));
        var lines = new List<byte[]>(EntryIds.Count);
        while (bytes.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            lines.Add(bytes[..end].ToArray());
            bytes = bytes[(end + 1)..];
        }

        return lines;
    }
}
