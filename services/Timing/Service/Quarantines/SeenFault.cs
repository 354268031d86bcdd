using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>What somebody saw of a device's clock: why and which of its times cannot be believed.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="FromMicros">First device time concerned.</param>
/// <param name="ToMicros">Last device time concerned.</param>
/// <param name="OffsetMicros">Right time minus device time as far as known; 0 when it is not.</param>
/// <param name="Evidence">For a person.</param>
internal sealed record SeenFault(ClockFault Fault, long FromMicros, long ToMicros, long OffsetMicros, string Evidence);
