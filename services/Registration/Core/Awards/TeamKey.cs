namespace RaceSystem.Registration.Core.Awards;

/// <summary>What makes runners a team; numbers as on the wire.</summary>
public enum TeamKey
{
    Unspecified = 0,
    Team = 1,
    Club = 2,
    Country = 3,
    Attribute = 4,
}
