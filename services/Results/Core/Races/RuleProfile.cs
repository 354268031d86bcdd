namespace RaceSystem.Results.Core.Races;

/// <summary>Which time ranks and is shown.</summary>
public enum RuleProfile : byte
{
    /// <summary>Gun to the line (World Athletics TR 19).</summary>
    WorldAthletics,

    /// <summary>Start line to the line; no start read, no place.</summary>
    Net,

    /// <summary>Start line to the line; the gun time where the start read is missing.</summary>
    NetWithGunFallback,

    /// <summary>Gun to the line for the elite field, for the others as <see cref="NetWithGunFallback"/>. A race's profile, never a runner's (<see cref="RaceDefinition.ProfileOf"/>).</summary>
    EliteGun,
}

/// <summary>What the profiles mean: the one place where it is said.</summary>
public static class RuleProfiles
{
    /// <summary>Whether a runner's time counts from the gun; otherwise it counts from the start line.</summary>
    /// <param name="profile">The runner's.</param>
    /// <param name="hasStart">Whether there is a moment at the start line to count from.</param>
    public static bool CountsFromGun(this RuleProfile profile, bool hasStart) =>
        profile == RuleProfile.WorldAthletics || (profile != RuleProfile.Net && !hasStart);
}
