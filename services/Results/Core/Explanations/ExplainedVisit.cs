using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>One visit of the course and what made the runner's time there.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Passing">The passing that is its crossing; null: not measured.</param>
/// <param name="ExactTime">By the race's rules; null: not measured, or nothing to count from.</param>
/// <param name="ShownTime">The same as it is shown.</param>
/// <param name="Adjustment">Penalties and adjustments that are part of the time.</param>
/// <param name="Places">Zeros: not ranked here.</param>
public sealed record ExplainedVisit(CourseVisit Visit, RunnerPassing? Passing, Elapsed? ExactTime, Elapsed? ShownTime, Elapsed Adjustment, Places Places);
