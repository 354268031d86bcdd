using System.Buffers.Binary;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Writes one message; parameters nest by their marks.</summary>
internal sealed class LlrpWriter
{
    private const byte Version = 1;
    private readonly List<byte> _bytes = [];

    /// <summary>Begins a message.</summary>
    public LlrpWriter(ushort type, uint id)
    {
        U16((ushort)((Version << 10) | type));
        U32(0);
        U32(id);
    }

    /// <summary>A byte.</summary>
    public LlrpWriter U8(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    /// <summary>Two bytes.</summary>
    public LlrpWriter U16(ushort value) => U8((byte)(value >> 8)).U8((byte)(value & 0xFF));

    /// <summary>Four bytes.</summary>
    public LlrpWriter U32(uint value) => U16((ushort)(value >> 16)).U16((ushort)(value & 0xFFFF));

    /// <summary>Eight bytes.</summary>
    public LlrpWriter U64(ulong value) => U32((uint)(value >> 32)).U32((uint)(value & 0xFFFF_FFFF));

    /// <summary>Bytes.</summary>
    public LlrpWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>A type-value parameter: its number; its value follows.</summary>
    public LlrpWriter TypeValue(ushort type) => U8((byte)(0x80 | type));

    /// <summary>A type-length-value parameter with what is written within.</summary>
    public LlrpWriter Parameter(ushort type, Action<LlrpWriter> within)
    {
        var start = _bytes.Count;
        U16(type).U16(0);
        within(this);
        var length = (ushort)(_bytes.Count - start);
        (_bytes[start + 2], _bytes[start + 3]) = ((byte)(length >> 8), (byte)(length & 0xFF));
        return this;
    }

    /// <summary>The message.</summary>
    public byte[] ToArray()
    {
        var message = _bytes.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(2), (uint)message.Length);
        return message;
    }
}
