namespace RaceSystem.Timing.Core.Clocks;

/// <summary>One comparison of a device's clock with a good one over a link.</summary>
/// <param name="DeviceMicros">The device's clock.</param>
/// <param name="ReferenceMicros">The good clock, half-way between question and answer.</param>
/// <param name="RoundTripMicros">From question to answer; 0 when the device told by itself, so that only an unknown delay can be in it.</param>
public readonly record struct SyncExchange(long DeviceMicros, long ReferenceMicros, long RoundTripMicros);
