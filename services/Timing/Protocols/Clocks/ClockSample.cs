namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>One comparison of a decoder's clock with ours.</summary>
/// <param name="DeviceMicros">What the decoder's clock said, as <see cref="DecodedRead.TimeMicros"/>.</param>
/// <param name="AgentMicros">Our clock at the same moment: half-way between question and answer.</param>
/// <param name="RoundTripMicros">From question to answer; 0 when the decoder told by itself.</param>
public readonly record struct ClockSample(long DeviceMicros, long AgentMicros, long RoundTripMicros);
