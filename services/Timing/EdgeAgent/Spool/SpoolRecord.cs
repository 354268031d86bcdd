using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>Reads and markers of one device that were made durable together.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Number">Counts the records of the device: 1, 2, 3 … without a gap.</param>
/// <param name="ReadsBefore">Reads of the device in all records before.</param>
/// <param name="ReadCount">Reads in this one.</param>
/// <param name="ChipCount">Chip codes in this one.</param>
/// <param name="MarkerCount">Markers in this one.</param>
/// <param name="Batch">Serialized <see cref="ReadBatch"/> without a sequence.</param>
internal readonly record struct SpoolRecord(
    string DeviceId,
    long Number,
    long ReadsBefore,
    int ReadCount,
    int ChipCount,
    int MarkerCount,
    ReadOnlyMemory<byte> Batch)
{
    private const int FixedBytes = 29;

    /// <summary>Reads of the device up to and with this record.</summary>
    internal long ReadsThrough => ReadsBefore + ReadCount;

    internal ReadBatch Parse() => ReadBatch.Parser.ParseFrom(Batch.Span);

    /// <summary>The payload of a frame.</summary>
    internal static byte[] Encode(string deviceId, long number, long readsBefore, ReadBatch batch)
    {
        var name = Encoding.UTF8.GetBytes(deviceId);
        var size = batch.CalculateSize();
        var payload = new byte[FixedBytes + name.Length + size];
        BinaryPrimitives.WriteInt64LittleEndian(payload, number);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(8), readsBefore);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(16), batch.TimeUs.Count);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(20), batch.ChipCodes.Count);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(24), batch.Markers.Count);
        payload[28] = (byte)name.Length;
        name.CopyTo(payload, FixedBytes);
        batch.WriteTo(payload.AsSpan(FixedBytes + name.Length));
        return payload;
    }

    /// <summary>Whether a payload is of a device, and its number; cheap.</summary>
    internal static bool IsOf(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> deviceId, out long number)
    {
        number = BinaryPrimitives.ReadInt64LittleEndian(payload);
        return payload.Slice(FixedBytes, payload[28]).SequenceEqual(deviceId);
    }

    /// <summary>Reads a payload; the batch stays where it is.</summary>
    internal static SpoolRecord Decode(ReadOnlyMemory<byte> payload)
    {
        var span = payload.Span;
        var name = span[28];
        return new SpoolRecord(
            Encoding.UTF8.GetString(span.Slice(FixedBytes, name)),
            BinaryPrimitives.ReadInt64LittleEndian(span),
            BinaryPrimitives.ReadInt64LittleEndian(span[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(span[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(span[20..]),
            BinaryPrimitives.ReadInt32LittleEndian(span[24..]),
            payload[(FixedBytes + name)..]);
    }
}
