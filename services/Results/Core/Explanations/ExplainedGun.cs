using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>The gun of a runner.</summary>
/// <param name="Time">Null: none was recorded for the wave; it is never guessed from the plan.</param>
/// <param name="WaveId">The wave whose gun it is, or was before a decision moved it.</param>
/// <param name="AdjudicationId">The decision that set or moved it; empty: none did.</param>
public sealed record ExplainedGun(Instant? Time, string WaveId, string AdjudicationId);
