namespace RaceSystem.Racectl.Replay;

/// <summary>How reads come in: how many a crossing gives, which are repeated, how late they are.</summary>
/// <param name="ReadsPerCrossing">1 to 50.</param>
/// <param name="DuplicateShare">Share of the reads that is sent twice, 0 to 1.</param>
/// <param name="Shuffle">Each read is late by a random time up to this.</param>
/// <param name="Seed">Decides which and how late; never what a read says.</param>
internal sealed record ReadNoise(int ReadsPerCrossing = 5, double DuplicateShare = 0, TimeSpan Shuffle = default, int Seed = 1);
