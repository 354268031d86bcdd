namespace RaceSystem.Timing.Protocols;

/// <summary>What a marker stands for.</summary>
public enum MarkerKind
{
    /// <summary>A starting gun or its trigger input.</summary>
    Gun,

    /// <summary>Any other button, photocell or input.</summary>
    Other,
}
