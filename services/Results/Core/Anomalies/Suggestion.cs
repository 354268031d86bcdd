using RaceSystem.Results.Core.Adjudications;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>A decision that would settle an anomaly; the operator decides.</summary>
/// <param name="RaceId">Race in which it would be recorded.</param>
/// <param name="Bib">Whom it concerns.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Why">For people.</param>
public sealed record Suggestion(string RaceId, string Bib, Decision Decision, string Why);
