namespace RaceSystem.Registration.Core.Awards;

/// <summary>Which time decides an award; numbers as on the wire. Unspecified: the race's ranking.</summary>
public enum AwardBasis
{
    Unspecified = 0,
    Gun = 1,
    Net = 2,
}
