namespace RaceSystem.Platform.Changelog;

/// <summary>A committed record: the whole value of its key.</summary>
/// <param name="Sequence">Position in the log, from 1.</param>
/// <param name="Key">Unique in the log; at most 200 characters.</param>
/// <param name="Value">Serialized record message of the owner.</param>
public readonly record struct ChangelogRecord(long Sequence, string Key, ReadOnlyMemory<byte> Value);
