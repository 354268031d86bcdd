namespace RaceSystem.Results.Core.Races;

/// <summary>A group with its own places.</summary>
/// <param name="DivisionId">As printed.</param>
/// <param name="Sex">Only this sex; unknown: any.</param>
/// <param name="MinAge">Youngest age on race day.</param>
/// <param name="MaxAge">Oldest age on race day; 0 beside a minimum: no upper end; both 0: age does not place anybody here.</param>
/// <param name="RankedBySex">Runners of different sexes get places of their own inside the division.</param>
public sealed record Division(string DivisionId, Sex Sex, int MinAge, int MaxAge, bool RankedBySex)
{
    /// <summary>Only runners who meet it.</summary>
    public PersonCondition Person { get; init; } = PersonCondition.None;

    /// <summary>A list beside the runner's own division: it takes every runner who fits.</summary>
    public bool Additional { get; init; }

    /// <summary>Its runners have no place overall or by sex.</summary>
    public bool Separate { get; init; }

    /// <summary>
    /// Whether a runner belongs here by the runner's facts. Who has no known age, sex, country … belongs nowhere that asks
    /// for it. A list beside the divisions that asks for nothing takes everyone; a division that asks for nothing takes only
    /// who names it.
    /// </summary>
    public bool Takes(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Additional || Asks)
            && (Sex == Sex.Unknown || Sex == entry.Sex)
            && TakesAge(entry.Age)
            && Person.IsMetBy(entry);
    }

    private bool Asks => MinAge != 0 || MaxAge != 0 || Person.Asks;

    private bool TakesAge(int age) => (MinAge == 0 && MaxAge == 0) || (age > 0 && age >= MinAge && (MaxAge == 0 || age <= MaxAge));
}
