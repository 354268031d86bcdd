namespace RaceSystem.Timing.Core.Passings;

/// <summary>Which read of a passing gives its time.</summary>
public enum TimeRule
{
    /// <summary>The earliest.</summary>
    First,

    /// <summary>The latest.</summary>
    Last,

    /// <summary>The one with the highest signal strength; of equal ones the earliest. A read without a reported
    /// strength is weaker than any with one.</summary>
    Strongest,

    /// <summary>No read: the vertex of a parabola through the signal strengths; without a proper peak as <see cref="Strongest"/>.</summary>
    FittedPeak,
}
