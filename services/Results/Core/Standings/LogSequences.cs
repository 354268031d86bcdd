namespace RaceSystem.Results.Core.Standings;

/// <summary>How far the logs are contained in a snapshot.</summary>
/// <param name="Registration">Registration's log.</param>
/// <param name="Timing">Timing's log.</param>
/// <param name="Results">Results' own log.</param>
public readonly record struct LogSequences(long Registration, long Timing, long Results);
