namespace RaceSystem.Timing.Core.Clocks;

/// <summary>An estimate from double reads.</summary>
/// <param name="Clock">What came out.</param>
/// <param name="Centre">The moment of a crossing that was compared: the one that scatters least.</param>
public sealed record DoubleReadEstimate(ClockEstimate Clock, CrossingCentre Centre);
