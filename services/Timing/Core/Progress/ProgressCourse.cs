namespace RaceSystem.Timing.Core.Progress;

/// <summary>The way of a race past timing points.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="Visits">From the start to the finish; at most <see cref="FieldProgress.MaxVisits"/> count.</param>
public sealed record ProgressCourse(string RaceId, IReadOnlyList<ProgressVisit> Visits);
