namespace RaceSystem.Timing.Core.Progress;

/// <summary>Runners at one visit of a course.</summary>
/// <param name="Expected">Seen at a visit before; at the start: all.</param>
/// <param name="Seen">Seen here.</param>
/// <param name="Missed">Not seen here, but later and, except at the start, before.</param>
public readonly record struct VisitCounts(int Expected, int Seen, int Missed);
