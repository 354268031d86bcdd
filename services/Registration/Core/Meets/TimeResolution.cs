namespace RaceSystem.Registration.Core.Meets;

/// <summary>To what exact times are rounded up when they are shown; numbers as on the wire.</summary>
public enum TimeResolution
{
    Unspecified = 0,
    Second = 1,
    Tenth = 2,
}
