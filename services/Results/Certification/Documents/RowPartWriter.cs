using System.Buffers;
using System.IO.Compression;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>Writes the rows of a classification part by part. Not safe to share between threads.</summary>
/// <param name="persons">Commitments to persons by entry.</param>
internal sealed class RowPartWriter(IReadOnlyDictionary<string, byte[]> persons)
{
    private readonly RowWriter _row = new();
    private readonly ArrayBufferWriter<byte> _lines = new(1 << 20);
    private readonly byte[] _leaves = new byte[RowPart.Size * MerkleHash.Size];
    private int _first;
    private int _count;

    /// <summary>The tree over the rows written so far.</summary>
    public MerkleRoot Root { get; } = new();

    /// <summary>Writes the rows of the next part.</summary>
    /// <exception cref="FormatException">Nobody committed to the person of a row.</exception>
    public void Write(ResultRow[] rows)
    {
        _first += _count;
        _count = rows.Length;
        _lines.ResetWrittenCount();
        for (var i = 0; i < rows.Length; i++)
        {
            var person = persons.GetValueOrDefault(rows[i].Entry.EntryId)
                ?? throw new FormatException($"the evidence has no commitment to the person of entry '{rows[i].Entry.EntryId}'");
            _row.Write(rows[i], person);
            var leaf = MerkleHash.Leaf(_row.Row);
            Root.Add(leaf);
            leaf.CopyTo(_leaves.AsSpan(i * MerkleHash.Size));
            _lines.Write("{\"row\":"u8);
            _lines.Write(_row.Row);
            _lines.Write(",\"splits\":"u8);
            _lines.Write(_row.Splits);
            _lines.Write("}\n"u8);
        }
    }

    /// <summary>The part that was written last, of the same rows.</summary>
    public RowPart Part(ResultRow[] rows) => new(
        _first, Compressed(), _leaves[..(_count * MerkleHash.Size)], [.. rows.Select(row => row.Entry.EntryId)], [.. rows.Select(row => row.Entry.Bib)]);

    private byte[] Compressed()
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(_lines.WrittenSpan);
        }

        return compressed.ToArray();
    }
}
