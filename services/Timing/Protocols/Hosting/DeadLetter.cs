using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Something that a decoder sent and that went nowhere.</summary>
/// <param name="Number">Counts all dead letters of this log, from 1.</param>
/// <param name="Time">When it came, or came again.</param>
/// <param name="DecoderId">Who sent it.</param>
/// <param name="Reason">What is wrong, for a person.</param>
/// <param name="Bytes">Its beginning.</param>
/// <param name="Repeats">How often the same came right after it.</param>
public sealed record DeadLetter(long Number, Instant Time, string DecoderId, string Reason, ReadOnlyMemory<byte> Bytes, int Repeats = 0);
