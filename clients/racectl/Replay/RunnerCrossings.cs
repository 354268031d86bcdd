namespace RaceSystem.Racectl.Replay;

/// <summary>When one runner crossed the lines, in microseconds after the gun; null: was not read there.</summary>
internal sealed record RunnerCrossings(long? Start, long?[] Splits, long? Finish);
