namespace RaceSystem.Results.Core.Races;

/// <summary>What cut-offs and the time limit count from.</summary>
public enum CutoffBasis : byte
{
    /// <summary>The race's first gun: a gate closes for all at the same moment.</summary>
    RaceGun,

    /// <summary>The gun of the runner's wave.</summary>
    WaveGun,
}
