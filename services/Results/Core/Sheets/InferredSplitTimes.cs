using RaceSystem.Results.Core.Plausibility;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>A missed split as it is likely to have been, by each basis; null: nothing to count from. As shown.</summary>
/// <param name="Official">As the official time counts.</param>
/// <param name="Gun">From the gun.</param>
/// <param name="Net">From the start line.</param>
public sealed record InferredSplitTimes(InferredTime? Official, InferredTime? Gun, InferredTime? Net);
