namespace RaceSystem.Registration.Core.Meets;

/// <summary>Sex as entered; numbers as on the wire. Unspecified is fine: such a runner has no place by sex.</summary>
public enum Sex
{
    Unspecified = 0,
    Male = 1,
    Female = 2,
    NonBinary = 3,
}
