using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>A mat that a suspect was not read at, and how it did for the others at that time.</summary>
/// <param name="Visit">Index of the visit.</param>
/// <param name="Minute">The minute in which the runner should have crossed.</param>
/// <param name="Others">Other runners who crossed in that minute.</param>
/// <param name="OthersRead">How many of them were read.</param>
/// <param name="MissProbability">Probability that a runner who crossed then was missed.</param>
public sealed record MissedMat(int Visit, Instant Minute, int Others, int OthersRead, double MissProbability);
