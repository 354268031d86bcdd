using RaceSystem.Kernel;

namespace RaceSystem.Results.Publishing;

/// <summary>The published version that results come from.</summary>
/// <param name="State">Provisional, official or amended, in upper case.</param>
/// <param name="Version">1 for a race's first.</param>
/// <param name="Hash">Names the version; lower-case hexadecimal.</param>
/// <param name="PublishedAt">When.</param>
public sealed record PublishedVersion(string State, int Version, string Hash, Instant PublishedAt);
