using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>A mat in one minute.</summary>
/// <param name="Visit">Index of the visit.</param>
/// <param name="Minute">When it began.</param>
/// <param name="Expected">Runners who crossed then, as they were measured later.</param>
/// <param name="Read">Those of them who were read.</param>
/// <param name="FailureProbability">That the mat failed, told by this minute and the ones around it.</param>
public sealed record MatMinute(int Visit, Instant Minute, int Expected, int Read, double FailureProbability);
