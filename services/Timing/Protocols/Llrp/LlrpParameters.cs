using System.Buffers.Binary;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Goes through the parameters of a message or of another parameter; those that nobody asks for are passed by their length.</summary>
/// <param name="bytes">The parameters, one behind the other.</param>
internal ref struct LlrpParameters(ReadOnlySpan<byte> bytes)
{
    private const int HeaderLength = 4;
    private const int FirstWithLength = 128;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Number of the current one.</summary>
    public ushort Type { get; private set; }

    /// <summary>Value of the current one.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Why the rest cannot be read; empty when it could.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Goes to the next; false at the end or at a <see cref="Problem"/>.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty || Problem.Length > 0)
        {
            return false;
        }

        return (_rest[0] & 0x80) != 0 ? NextTypeValue() : NextTypeLengthValue();
    }

    private bool NextTypeValue()
    {
        Type = (ushort)(_rest[0] & 0x7F);
        var length = LlrpParameterType.ValueLength(Type);
        if (length < 0 || _rest.Length < 1 + length)
        {
            Problem = length < 0 ? $"parameter {Type} has no length and is not known" : $"parameter {Type} is cut";
            return false;
        }

        Value = _rest.Slice(1, length);
        _rest = _rest[(1 + length)..];
        return true;
    }

    private bool NextTypeLengthValue()
    {
        if (_rest.Length < HeaderLength)
        {
            Problem = "a parameter is cut";
            return false;
        }

        Type = BinaryPrimitives.ReadUInt16BigEndian(_rest);
        var length = BinaryPrimitives.ReadUInt16BigEndian(_rest[2..]);
        if (Type < FirstWithLength)
        {
            Problem = $"parameter {Type} has a length, which its type does not allow";
            return false;
        }

        if (Type > 0x3FF || length < HeaderLength || length > _rest.Length)
        {
            Problem = $"parameter {Type} with {length} bytes does not fit in the {_rest.Length} bytes that are left";
            return false;
        }

        Value = _rest[HeaderLength..length];
        _rest = _rest[length..];
        return true;
    }
}
