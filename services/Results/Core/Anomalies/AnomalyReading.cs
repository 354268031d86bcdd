using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>A piece of evidence: what was read or recorded where, and what it says.</summary>
/// <param name="TimingPointId">Where; empty: nowhere in particular.</param>
/// <param name="Bib">Whose; empty: nobody's.</param>
/// <param name="Chip">By which chip; empty: by none.</param>
/// <param name="Time">When; null: no single moment.</param>
/// <param name="Text">For people.</param>
public sealed record AnomalyReading(string TimingPointId, string Bib, string Chip, Instant? Time, string Text);
