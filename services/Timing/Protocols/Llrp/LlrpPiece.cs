namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Bytes out of a capture.</summary>
/// <param name="Line">Line they stand on when they are hex; otherwise 0.</param>
/// <param name="Bytes">In order.</param>
/// <param name="Junk">A line without hex; otherwise empty.</param>
internal readonly record struct LlrpPiece(int Line, ReadOnlyMemory<byte> Bytes, string Junk = "");
