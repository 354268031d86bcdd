namespace RaceSystem.Results.Core.Scoring;

/// <summary>What a status says of a runner.</summary>
public static class ResultStatuses
{
    /// <summary>
    /// Whether the runner counts as a starter, wherever starters are counted: everyone but who is declared Dns, read or not,
    /// and of whom nothing was read. Who is declared Dnf or disqualified has started, also where all mats missed the runner.
    /// </summary>
    public static bool HasStarted(this ResultStatus status) => status is not (ResultStatus.None or ResultStatus.Registered or ResultStatus.Dns);
}
