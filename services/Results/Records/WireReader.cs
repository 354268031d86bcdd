using System.Buffers.Binary;

namespace RaceSystem.Results.Records;

/// <summary>
/// Reads protobuf's wire format field by field without making objects: Timing's passings come half a million in a race.
/// Malformed bytes throw <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Length = 2;
    private const int Fixed32 = 5;
    private ReadOnlySpan<byte> _left = bytes;
    private int _wireType;

    /// <summary>Number of the field that <see cref="Next"/> came to.</summary>
    public int Field { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Next()
    {
        if (_left.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        Field = (int)(tag >> 3 & 0x1FFFFFFF);
        _wireType = (int)(tag & 7);
        return true;
    }

    /// <summary>The bytes of a string or message field.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        Require(Length);
        return Take(ReadVarint());
    }

    /// <summary>A sfixed64 field.</summary>
    public long ReadFixed64()
    {
        Require(Fixed64);
        return BinaryPrimitives.ReadInt64LittleEndian(Take(8));
    }

    /// <summary>Passes over a field, whatever it is: a newer Timing may write more.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case Varint:
                ReadVarint();
                break;
            case Fixed64:
                Take(8);
                break;
            case Length:
                Take(ReadVarint());
                break;
            case Fixed32:
                Take(4);
                break;
            default:
                throw new InvalidDataException("Unknown wire type.");
        }
    }

    private readonly void Require(int wireType)
    {
        if (_wireType != wireType)
        {
            throw new InvalidDataException("A field has another type than the contract says.");
        }
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_left.Length)
        {
            throw new InvalidDataException("A field ends after the message.");
        }

        var taken = _left[..(int)count];
        _left = _left[(int)count..];
        return taken;
    }

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var i = 0; i < 10 && i < _left.Length; i++)
        {
            var part = _left[i];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                _left = _left[(i + 1)..];
                return value;
            }
        }

        throw new InvalidDataException("A number does not end.");
    }
}
