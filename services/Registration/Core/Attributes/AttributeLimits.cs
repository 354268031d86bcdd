namespace RaceSystem.Registration.Core.Attributes;

/// <summary>How much attributes may hold (invariant 7).</summary>
public static class AttributeLimits
{
    public const int OfEntry = 20;
    public const int ValueLength = 100;
    public const int ConditionValues = 100;
    public const int Conditions = 20;
}
