using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>One visit of the course to a timing point; a point may be visited several times.</summary>
/// <param name="DistanceM">Metres from the start line.</param>
public sealed record CourseVisit(string SplitId, string DisplayName, string TimingPointId, long DistanceM, CourseVisitKind Kind)
{
    /// <summary>The gate closes here so long after the gun; null: never.</summary>
    public Elapsed? Cutoff { get; init; }

    /// <summary>On the leg that ends here; null: the race's.</summary>
    public PaceLimits? Pace { get; init; }
}
