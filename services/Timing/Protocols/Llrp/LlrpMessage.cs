namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>A message, or bytes that are none.</summary>
/// <param name="Type">See <see cref="LlrpMessageType"/>.</param>
/// <param name="Id">Answers repeat it.</param>
/// <param name="Bytes">With the header; the beginning where it was too long.</param>
/// <param name="Problem">Why it is no message; empty when it is one.</param>
internal readonly record struct LlrpMessage(ushort Type, uint Id, ReadOnlyMemory<byte> Bytes, string Problem = "")
{
    /// <summary>Type, length and id.</summary>
    public const int HeaderLength = 10;

    /// <summary>Without the header.</summary>
    public ReadOnlySpan<byte> Body => Bytes.Span[HeaderLength..];
}
