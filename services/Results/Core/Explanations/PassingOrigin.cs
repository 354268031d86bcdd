namespace RaceSystem.Results.Core.Explanations;

/// <summary>Where a passing comes from.</summary>
public enum PassingOrigin : byte
{
    /// <summary>A chip was read.</summary>
    Chip,

    /// <summary>A person noted it, in place of what chips left there.</summary>
    ManualOverride,

    /// <summary>A person noted it, for want of a chip's.</summary>
    ManualFallback,

    /// <summary>A decision set it.</summary>
    Decision,
}
