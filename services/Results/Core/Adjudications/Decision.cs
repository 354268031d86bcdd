using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Adjudications;

/// <summary>What an adjudication decides. Immutable.</summary>
public abstract record Decision;

/// <summary>No place and no time.</summary>
/// <param name="RuleNumber">Of the rule book.</param>
public sealed record Disqualification(string RuleNumber) : Decision;

/// <summary>Finished, but without a place.</summary>
public sealed record NotClassification : Decision;

/// <summary>Takes a declared status and every earlier disqualification away.</summary>
public sealed record Reinstatement : Decision;

/// <summary>Time added to the finish; several add up.</summary>
/// <param name="Time">More than 0.</param>
/// <param name="RuleNumber">Of the rule book; may be empty.</param>
public sealed record Penalty(Elapsed Time, string RuleNumber) : Decision;

/// <summary>Time added or given back; several add up.</summary>
/// <param name="Time">Negative: given back.</param>
/// <param name="FromSplitId">Counts there and after it; empty: at the finish only.</param>
public sealed record TimeAdjustment(Elapsed Time, string FromSplitId) : Decision;

/// <summary>Sets a crossing or takes one away, whatever was read.</summary>
/// <param name="SplitId">Where.</param>
/// <param name="Time">Null: not measured.</param>
public sealed record CrossingOverride(string SplitId, Instant? Time) : Decision;

/// <summary>The runner's time counts from the gun of this wave.</summary>
/// <param name="WaveId">Of the runner's race.</param>
public sealed record StartWithWave(string WaveId) : Decision;

/// <summary>The runner's time counts from so long after the gun of the runner's wave.</summary>
/// <param name="Offset">Negative: an early starter.</param>
public sealed record StartOffset(Elapsed Offset) : Decision;

/// <summary>The runner's time counts from this moment.</summary>
/// <param name="Time">The start.</param>
public sealed record StartTime(Instant Time) : Decision;

/// <summary>The judges' order of runners whose times are shown equal.</summary>
/// <param name="Bibs">In the order in which they finished.</param>
public sealed record FinishOrder(IReadOnlyList<string> Bibs) : Decision;

/// <summary>Whose passings a chip's are.</summary>
/// <param name="Chip">The chip.</param>
/// <param name="Counts">Whether the runner counts with it (and then nobody else does).</param>
public sealed record ChipDecision(string Chip, bool Counts) : Decision;

/// <summary>Two runners wore each other's bibs: each takes the chips of the other.</summary>
/// <param name="OtherBib">The other runner.</param>
public sealed record BibSwap(string OtherBib) : Decision;

/// <summary>The runner is ranked in another race.</summary>
/// <param name="ToRaceId">The race.</param>
/// <param name="ToWaveId">Wave there; empty: its first.</param>
public sealed record RaceMove(string ToRaceId, string ToWaveId) : Decision;

/// <summary>Somebody looked at an anomaly and found nothing to decide.</summary>
/// <param name="AnomalyId">The anomaly.</param>
public sealed record AnomalyDismissal(string AnomalyId) : Decision;
