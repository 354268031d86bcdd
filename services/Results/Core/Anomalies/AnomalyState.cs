namespace RaceSystem.Results.Core.Anomalies;

/// <summary>What became of an anomaly.</summary>
public enum AnomalyState : byte
{
    /// <summary>Nobody decided yet.</summary>
    Open,

    /// <summary>Somebody looked at it and found nothing to decide.</summary>
    Dismissed,

    /// <summary>A decision that stands settles it.</summary>
    Decided,
}
