using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// The unit of a segment, little-endian: magic, length of the body, CRC-32C of the body; body: kind, group, place in the
/// group and size of the group, payload. A group is what one flush made durable: frame i of n tells on its own whether the
/// flush behind it can have been acknowledged.
/// </summary>
/// <param name="Offset">Where it begins in its segment.</param>
/// <param name="End">Where the next one begins.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Group">Counts the flushes of this spool.</param>
/// <param name="Index">Place in the group, from 0.</param>
/// <param name="Count">Frames of the group.</param>
/// <param name="Payload">Where the payload begins; it ends at <paramref name="End"/>.</param>
internal readonly record struct SpoolFrame(long Offset, long End, FrameKind Kind, long Group, int Index, int Count, int Payload)
{
    /// <summary>Largest frame.</summary>
    internal const int MaxBytes = 1 << 20;

    internal const int HeadBytes = 12 + BodyHeadBytes;
    private const int BodyHeadBytes = 13;

    /// <summary>What every frame begins with; a salvage looks for it.</summary>
    internal static ReadOnlySpan<byte> Magic => "RSr1"u8;

    /// <summary>Whether nothing of its group is missing behind it.</summary>
    internal bool IsLastOfGroup => Index == Count - 1;

    /// <summary>Writes a frame and returns its length.</summary>
    internal static int Write(Span<byte> target, FrameKind kind, long group, int index, int count, ReadOnlySpan<byte> payload)
    {
        var length = HeadBytes + payload.Length;
        if (length > MaxBytes)
        {
            throw new ArgumentException($"A frame of {length} bytes is too long.", nameof(payload));
        }

        var body = target[12..length];
        body[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(body[1..], group);
        BinaryPrimitives.WriteUInt16LittleEndian(body[9..], (ushort)index);
        BinaryPrimitives.WriteUInt16LittleEndian(body[11..], (ushort)count);
        payload.CopyTo(body[BodyHeadBytes..]);
        Magic.CopyTo(target);
        BinaryPrimitives.WriteInt32LittleEndian(target[4..], body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], Checksum(body));
        return length;
    }

    /// <summary>Reads the frame that begins at a place of a buffer; false when none begins there or it is not whole.</summary>
    /// <param name="buffer">Part of a segment.</param>
    /// <param name="at">Place in the buffer.</param>
    /// <param name="origin">Offset of the buffer in its segment.</param>
    /// <param name="frame">The frame; <see cref="Payload"/> counts in the buffer.</param>
    internal static bool TryRead(ReadOnlySpan<byte> buffer, int at, long origin, out SpoolFrame frame)
    {
        frame = default;
        var rest = buffer[at..];
        if (rest.Length < HeadBytes || !rest.StartsWith(Magic))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
        if (length is < BodyHeadBytes or > MaxBytes - 12 || length > rest.Length - 12)
        {
            return false;
        }

        var body = rest.Slice(12, length);
        if (Checksum(body) != BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]))
        {
            return false;
        }

        frame = new SpoolFrame(
            origin + at,
            origin + at + 12 + length,
            (FrameKind)body[0],
            BinaryPrimitives.ReadInt64LittleEndian(body[1..]),
            BinaryPrimitives.ReadUInt16LittleEndian(body[9..]),
            BinaryPrimitives.ReadUInt16LittleEndian(body[11..]),
            at + HeadBytes);
        return true;
    }

    /// <summary>Length of the frame that a head announces; 0 when it is no head.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadBytes || !head.StartsWith(Magic))
        {
            return 0;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        return length is < BodyHeadBytes or > MaxBytes - 12 ? 0 : 12 + length;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
