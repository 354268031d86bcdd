namespace RaceSystem.Results.Core.Plausibility;

/// <summary>Where in a gap the field crosses the missed visit, as an offset on a logarithmic scale.</summary>
/// <param name="Slope">Of the offset by how much slower the runner was after the gap than before.</param>
/// <param name="Middle">Median of the offset.</param>
/// <param name="Low">Its 5 %.</param>
/// <param name="High">Its 95 %.</param>
internal sealed record GapNorm(double Slope, double Middle, double Low, double High);
