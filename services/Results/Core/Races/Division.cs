namespace RaceSystem.Results.Core.Races;

/// <summary>A group with its own places.</summary>
/// <param name="DivisionId">As printed.</param>
/// <param name="Sex">Only this sex; unknown: any.</param>
/// <param name="MinAge">Youngest age on race day.</param>
/// <param name="MaxAge">Oldest age on race day; 0 beside a minimum: no upper end; both 0: nobody is placed here by age.</param>
/// <param name="RankedBySex">Runners of different sexes get places of their own inside the division.</param>
public sealed record Division(string DivisionId, Sex Sex, int MinAge, int MaxAge, bool RankedBySex)
{
    /// <summary>Whether a runner who names no division belongs here. The age 0 is unknown.</summary>
    public bool Takes(Sex sex, int age) =>
        (MinAge != 0 || MaxAge != 0) && age > 0 && age >= MinAge && (MaxAge == 0 || age <= MaxAge) && (Sex == Sex.Unknown || Sex == sex);
}
