using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Certification.Evidence;

/// <summary>
/// Evidence as a file: a line that names the form, then, compressed with Brotli, the records, each after its length in four
/// bytes, the lowest first. The first form had no outcomes: conditions on persons are judged on what is left of the entry, as
/// they were when it was published.
/// </summary>
public static class EvidenceFile
{
    /// <summary>The line that names the form.</summary>
    public static ReadOnlySpan<byte> Magic => "racesystem-evidence/2\n"u8;

    /// <summary>The line of the first form; as long as the other.</summary>
    private static ReadOnlySpan<byte> FirstMagic => "racesystem-evidence/1\n"u8;

    /// <summary>Longest record in bytes: the longest record of a log with its key, and room.</summary>
    private const int MaxRecordBytes = 2 << 20;

    /// <summary>Of Brotli. Records of a log look alike: a higher quality takes longer and makes the file no smaller.</summary>
    private const int Quality = 2;

    /// <summary>Records are compressed and read in pieces of so many bytes: one by one they take much longer.</summary>
    private const int BufferBytes = 1 << 16;

    /// <summary>Opens the compressed part of a new file for <see cref="Write"/>; disposing it ends the file.</summary>
    public static Stream Begin(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Write(Magic);
        return new BufferedStream(new BrotliStream(file, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true), BufferBytes);
    }

    /// <summary>Writes a record as it is serialized.</summary>
    public static void Write(Stream records, ReadOnlySpan<byte> serialized)
    {
        ArgumentNullException.ThrowIfNull(records);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, serialized.Length);
        records.Write(length);
        records.Write(serialized);
    }

    /// <summary>Scores a file.</summary>
    /// <param name="file">The evidence.</param>
    /// <param name="join">Puts the person back into an entry, of whom it gets the commitment; null: scored as it was signed.</param>
    /// <exception cref="FormatException">It is no evidence, or cut off.</exception>
    public static EvidenceScoring Score(Stream file, Action<EntryRecord, byte[]>? join = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !(magic.SequenceEqual(Magic) || magic.SequenceEqual(FirstMagic)))
        {
            throw new FormatException("is no evidence that this version knows: its first line must be racesystem-evidence/2, or /1");
        }

        var scoring = new EvidenceScoring(join);
        using var records = new BrotliStream(file, CompressionMode.Decompress, leaveOpen: true);
        using var buffered = new BufferedStream(records, BufferBytes);
        try
        {
            var buffer = new byte[64 * 1024];
            while (Next(buffered, ref buffer) is var length and >= 0)
            {
                scoring.Take(EvidenceRecord.Parser.ParseFrom(buffer, 0, length), buffer.AsSpan(0, length));
            }
        }
        catch (Exception error) when (error is InvalidDataException or InvalidProtocolBufferException or InvalidOperationException or EndOfStreamException)
        {
            throw new FormatException("cannot be read: it was cut off or changed", error);
        }

        return scoring;
    }

    private static int Next(BufferedStream records, ref byte[] buffer)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        var read = records.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (read == 0)
        {
            return -1;
        }

        var length = read == prefix.Length ? BinaryPrimitives.ReadInt32LittleEndian(prefix) : -1;
        if (length is < 0 or > MaxRecordBytes)
        {
            throw new InvalidDataException("A record has no sensible length.");
        }

        if (length > buffer.Length)
        {
            buffer = new byte[length];
        }

        records.ReadExactly(buffer, 0, length);
        return length;
    }
}
