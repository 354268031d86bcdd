namespace RaceSystem.Timing.Core.Progress;

/// <summary>A visit of a course to a timing point.</summary>
/// <param name="SplitId">Unique in the race.</param>
/// <param name="PointId">Where.</param>
/// <param name="DistanceM">Metres from the start line.</param>
public readonly record struct ProgressVisit(string SplitId, string PointId, long DistanceM);
