namespace RaceSystem.Registration.Core.Awards;

/// <summary>What a team's scorers add up; numbers as on the wire.</summary>
public enum TeamScore
{
    Unspecified = 0,
    Places = 1,
    Times = 2,
}
