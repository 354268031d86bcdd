using System.Buffers;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Gathers lines of a document into pieces of a stream.</summary>
internal sealed class ContentPieces
{
    /// <summary>Most bytes of a piece.</summary>
    public const int MaxBytes = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _waiting = new(MaxBytes);

    /// <summary>Takes a line; gives the pieces that are full.</summary>
    public IEnumerable<byte[]> Add(byte[] line)
    {
        if (_waiting.WrittenCount > 0 && _waiting.WrittenCount + line.Length > MaxBytes)
        {
            yield return Take();
        }

        foreach (var piece in line.Chunk(MaxBytes))
        {
            _waiting.Write(piece);
            if (_waiting.WrittenCount >= MaxBytes)
            {
                yield return Take();
            }
        }
    }

    /// <summary>What is left; empty: nothing.</summary>
    public byte[] Take()
    {
        var piece = _waiting.WrittenSpan.ToArray();
        _waiting.ResetWrittenCount();
        return piece;
    }
}
