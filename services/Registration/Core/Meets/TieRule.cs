namespace RaceSystem.Registration.Core.Meets;

/// <summary>Who shares a place; numbers as on the wire.</summary>
public enum TieRule
{
    Unspecified = 0,
    ByHiddenTime = 1,
    SharedByHiddenTime = 2,
    SharedByOfficialTime = 3,
}
