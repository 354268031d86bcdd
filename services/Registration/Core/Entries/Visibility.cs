namespace RaceSystem.Registration.Core.Entries;

/// <summary>What of a runner may be published; numbers as on the wire.</summary>
public enum Visibility
{
    Unspecified = 0,
    Public = 1,
    Anonymous = 2,
    Erased = 3,
}
