namespace RaceSystem.Registration.Core.Meets;

/// <summary>A group with its own places.</summary>
/// <param name="MinAge">Age on race day, inclusive. Both ages 0: nobody is placed here by age.</param>
/// <param name="MaxAge">Inclusive; 0 beside a minimum: no upper end.</param>
public sealed record Division(string DivisionId, string DisplayName, Sex Sex, int MinAge, int MaxAge, bool RankedBySex)
{
    /// <summary>Whether a runner belongs here by sex and age; a runner without a known age or sex is placed nowhere that asks for it.</summary>
    public bool Takes(Sex sex, int age) =>
        age > 0
        && (MinAge > 0 || MaxAge > 0)
        && age >= MinAge
        && (MaxAge == 0 || age <= MaxAge)
        && (Sex == Sex.Unspecified || Sex == sex);
}
