namespace RaceSystem.Timing.Core.Clocks;

/// <summary>The same moment on two clocks, as well as it was seen.</summary>
/// <param name="DeviceMicros">By the clock that is estimated, microseconds since the Unix epoch.</param>
/// <param name="OffsetMicros">What is to be added to it to have the reference clock's time.</param>
/// <param name="Weight">Precision beside the other pairs: twice the weight stands for half the variance. 1 when all are alike.</param>
public readonly record struct ClockPair(long DeviceMicros, long OffsetMicros, double Weight = 1);
