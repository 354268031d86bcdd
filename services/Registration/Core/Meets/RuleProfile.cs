namespace RaceSystem.Registration.Core.Meets;

/// <summary>Which time ranks and is shown; numbers as on the wire.</summary>
public enum RuleProfile
{
    Unspecified = 0,
    WorldAthletics = 1,
    Net = 2,
    NetWithGunFallback = 3,
    EliteGun = 4,
}
