namespace RaceSystem.Racectl.Replay;

/// <summary>How far the three logs of a meet are.</summary>
internal readonly record struct LogHeads(long Registration, long Timing, long Results)
{
    public bool Contains(LogHeads other) => Registration >= other.Registration && Timing >= other.Timing && Results >= other.Results;

    public override string ToString() => $"registration {Registration}, timing {Timing}, results {Results}";
}
