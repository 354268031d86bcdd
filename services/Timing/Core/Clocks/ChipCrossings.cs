namespace RaceSystem.Timing.Core.Clocks;

/// <summary>The crossings of one chip at one point, as two devices saw them; each list earliest first.</summary>
/// <param name="Device">By the clock that is estimated, as the device told it.</param>
/// <param name="Reference">By the reference clock.</param>
public sealed record ChipCrossings(IReadOnlyList<Crossing> Device, IReadOnlyList<Crossing> Reference);
