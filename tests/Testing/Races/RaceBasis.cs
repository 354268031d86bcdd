namespace RaceSystem.Testing.Races;

/// <summary>Which time ranks and is published, in the words of <c>racectl replay --basis</c>.</summary>
public enum RaceBasis
{
    /// <summary>From the gun.</summary>
    Gun,

    /// <summary>From the start line.</summary>
    Net,

    /// <summary>From the start line; from the gun for runners without a start read.</summary>
    NetElseGun,
}
