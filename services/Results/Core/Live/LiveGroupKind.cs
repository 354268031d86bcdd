namespace RaceSystem.Results.Core.Live;

/// <summary>What makes runners a group with a leader.</summary>
public enum LiveGroupKind : byte
{
    /// <summary>Everyone.</summary>
    Race,

    /// <summary>The same sex.</summary>
    Sex,

    /// <summary>The same division, and sex where the division is ranked by sex.</summary>
    Division,

    /// <summary>The same country.</summary>
    Nation,
}
