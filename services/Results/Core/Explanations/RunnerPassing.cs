using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>One passing that could have counted for a runner, and what became of it. Immutable.</summary>
/// <param name="TimingPointId">Where.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Source">The chip, or the decision; empty for a manual time.</param>
/// <param name="Time">When, as exactly as it counts.</param>
/// <param name="Verdict">What became of it.</param>
public sealed record RunnerPassing(string TimingPointId, PassingOrigin Origin, string Source, Instant Time, PassingVerdict Verdict)
{
    /// <summary>Visit it is the crossing of, or the one the verdict refers to; -1: none.</summary>
    public int Visit { get; init; } = -1;

    /// <summary>What the verdict refers to: the gun, the crossing that counts instead, or the one it does not go together with; null: nothing.</summary>
    public Instant? Other { get; init; }
}
