using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>Names and versions of rule profiles: what a version of a profile does never changes.</summary>
internal static class RuleProfileNames
{
    public const int Version = 1;

    public static string NameOf(RuleProfile profile) => profile switch
    {
        RuleProfile.Net => "NET",
        RuleProfile.NetWithGunFallback => "NET_WITH_GUN_FALLBACK",
        RuleProfile.EliteGun => "ELITE_GUN",
        _ => "WORLD_ATHLETICS",
    };
}
