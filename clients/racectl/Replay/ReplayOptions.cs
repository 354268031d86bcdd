namespace RaceSystem.Racectl.Replay;

/// <summary>What the person asked of a replay.</summary>
/// <param name="File">The race file.</param>
/// <param name="MeetId">The meet to fill.</param>
/// <param name="Basis">What official times count from.</param>
/// <param name="Splits">What split times count from.</param>
/// <param name="Speed">Race seconds a second; null: as fast as possible.</param>
/// <param name="Noise">How the reads come in.</param>
/// <param name="OutFile">CSV to write; null: none.</param>
internal sealed record ReplayOptions(string File, string MeetId, ReplayBasis Basis, SplitBasis Splits, double? Speed, ReadNoise Noise, string? OutFile);
