using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Races;

/// <summary>One visit of the course to a timing point. The first visit is the start, the last one the finish.</summary>
/// <param name="SplitId">Unique in the race.</param>
/// <param name="DisplayName">For people.</param>
/// <param name="TimingPointId">The mat; several visits may share it.</param>
/// <param name="DistanceM">Metres from the start line.</param>
public sealed record CourseVisit(string SplitId, string DisplayName, string TimingPointId, long DistanceM)
{
    /// <summary>The gate closes here so long after the gun of the race's <see cref="CutoffBasis"/>; null: never.</summary>
    public Elapsed? Cutoff { get; init; }

    /// <summary>What a runner can do on the leg that ends here; null: as anywhere in the race.</summary>
    public PaceLimits? Pace { get; init; }
}
