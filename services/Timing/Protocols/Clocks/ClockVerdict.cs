namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>That and why a decoder's clock cannot be believed.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="OffsetMicros">Our clock minus the decoder's.</param>
/// <param name="FromMicros">First device time concerned.</param>
/// <param name="ToMicros">Last device time concerned; grows while the fault lasts.</param>
/// <param name="Evidence">For a person: what was seen.</param>
public sealed record ClockVerdict(ClockFault Fault, long OffsetMicros, long FromMicros, long ToMicros, string Evidence);
