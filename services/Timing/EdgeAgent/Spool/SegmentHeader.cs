using System.Buffers.Binary;
using System.Text;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>The first frame of a segment.</summary>
/// <param name="Number">Counts segments.</param>
/// <param name="PreviousNumber">The segment before; 0: none.</param>
/// <param name="PreviousEnd">Where that one ends: what lies behind was never acknowledged.</param>
/// <param name="MeetId">Whose reads these are.</param>
internal sealed record SegmentHeader(long Number, long PreviousNumber, long PreviousEnd, string MeetId)
{
    internal byte[] Encode()
    {
        var payload = new byte[24 + Encoding.UTF8.GetByteCount(MeetId)];
        BinaryPrimitives.WriteInt64LittleEndian(payload, Number);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(8), PreviousNumber);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(16), PreviousEnd);
        Encoding.UTF8.GetBytes(MeetId, payload.AsSpan(24));
        return payload;
    }

    internal static SegmentHeader Decode(ReadOnlySpan<byte> payload) => new(
        BinaryPrimitives.ReadInt64LittleEndian(payload),
        BinaryPrimitives.ReadInt64LittleEndian(payload[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(payload[16..]),
        Encoding.UTF8.GetString(payload[24..]));
}
