using System.Text;

namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>A frame of a stream.</summary>
/// <param name="Bytes">Without the delimiter.</param>
/// <param name="IsOversize">It was longer than the limit and is cut.</param>
public readonly record struct Frame(ReadOnlyMemory<byte> Bytes, bool IsOversize)
{
    /// <summary>As Latin-1, which maps every byte.</summary>
    public string Text => Encoding.Latin1.GetString(Bytes.Span);
}
