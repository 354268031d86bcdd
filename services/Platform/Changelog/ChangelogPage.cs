namespace RaceSystem.Platform.Changelog;

/// <summary>Records after a sequence, complete up to <paramref name="ThroughSequence"/>.</summary>
/// <param name="LogId">Identity of the log.</param>
/// <param name="Records">Kept records, in sequence order.</param>
/// <param name="ThroughSequence">How far the page is complete.</param>
/// <param name="HeadSequence">Head when the page was read.</param>
public sealed record ChangelogPage(string LogId, IReadOnlyList<ChangelogRecord> Records, long ThroughSequence, long HeadSequence);
