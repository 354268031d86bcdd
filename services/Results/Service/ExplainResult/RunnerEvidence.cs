using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>What Timing knows of one runner.</summary>
/// <param name="Gun">The record of the runner's gun; null: none.</param>
/// <param name="Manual">Manual times of the bib that are not revoked.</param>
/// <param name="Reads">Reads by chip and point.</param>
internal sealed record RunnerEvidence(GunStart? Gun, IReadOnlyList<ManualPassing> Manual, IReadOnlyList<ChipReads> Reads)
{
    /// <summary>Timing was not asked.</summary>
    public static readonly RunnerEvidence None = new(null, [], []);
}
