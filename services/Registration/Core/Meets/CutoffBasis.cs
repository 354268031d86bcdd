namespace RaceSystem.Registration.Core.Meets;

/// <summary>What cut-offs and the time limit count from; numbers as on the wire.</summary>
public enum CutoffBasis
{
    Unspecified = 0,
    RaceGun = 1,
    WaveGun = 2,
}
