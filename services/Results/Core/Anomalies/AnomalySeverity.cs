namespace RaceSystem.Results.Core.Anomalies;

/// <summary>How much an anomaly may change.</summary>
public enum AnomalySeverity : byte
{
    /// <summary>Good to know; places are hardly concerned.</summary>
    Notice,

    /// <summary>A runner's time, place or status may be wrong.</summary>
    Warning,

    /// <summary>Results of several runners, or of a prize, are wrong unless somebody decides.</summary>
    Severe,
}
