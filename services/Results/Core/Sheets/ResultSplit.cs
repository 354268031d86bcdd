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

    /// <summary>
    /// What the split is likely to have been where it was missed; null: measured, or not to be told. An estimate, never to be
    /// shown as measured.
    /// </summary>
    public InferredSplitTimes? Inferred { get; init; }
}
