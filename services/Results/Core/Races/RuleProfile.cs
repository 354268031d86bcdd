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

    /// <summary>Gun to the line for the elite field, for the others as <see cref="NetWithGunFallback"/>.</summary>
    EliteGun,
}
