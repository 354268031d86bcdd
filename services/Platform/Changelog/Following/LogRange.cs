namespace RaceSystem.Platform.Changelog.Following;

/// <summary>A range that the bus delivered: every sequence from first to last.</summary>
internal sealed record LogRange(string LogId, long First, long Last, IReadOnlyList<ChangelogRecord> Records);
