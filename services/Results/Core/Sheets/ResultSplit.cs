using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>A runner at one visit of the course.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="OfficialTime">As shown; null: not measured.</param>
/// <param name="Places">There; zeros: none.</param>
public sealed record ResultSplit(CourseVisit Visit, Elapsed? OfficialTime, Places Places)
{
    /// <summary>From the gun, as shown; null: not measured.</summary>
    public Elapsed? GunTime { get; init; }

    /// <summary>From the start line, as shown; null: not measured.</summary>
    public Elapsed? NetTime { get; init; }
}
