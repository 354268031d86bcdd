using RaceSystem.Registration.Core.Attributes;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>A group with its own places.</summary>
/// <param name="MinAge">Age on race day, inclusive. Both ages 0: age does not place anybody here.</param>
/// <param name="MaxAge">Inclusive; 0 beside a minimum: no upper end.</param>
public sealed record Division(string DivisionId, string DisplayName, Sex Sex, int MinAge, int MaxAge, bool RankedBySex)
{
    /// <summary>Only runners of one of these; empty: any.</summary>
    public ValueList<string> Countries { get; init; } = [];

    /// <summary>Only runners of one of these, as the entry writes them; empty: any.</summary>
    public ValueList<string> Clubs { get; init; } = [];

    /// <summary>Only runners who meet it; null: any.</summary>
    public AttributeCondition? Attribute { get; init; }

    /// <summary>A list beside the runner's own division: it takes every runner who fits.</summary>
    public bool Additional { get; init; }

    /// <summary>Its runners have no place overall or by sex.</summary>
    public bool Separate { get; init; }

    /// <summary>What it asks beside sex and age.</summary>
    public PersonCondition Person => new(Countries, Clubs, Attribute is null ? [] : [Attribute]);

    /// <summary>Somebody may belong here without being named.</summary>
    private bool Asks => MinAge > 0 || MaxAge > 0 || Person.Asks;

    /// <summary>Whether a runner belongs here by the runner's facts. Who has no known age or sex belongs nowhere that asks for it.</summary>
    public bool Takes(DivisionFacts runner) =>
        Asks
        && (Sex == Sex.Unspecified || Sex == runner.Sex)
        && TakesAge(runner.Age)
        && Person.IsMetBy(runner.Country, runner.Club, runner.Attributes);

    private bool TakesAge(int age) => (MinAge == 0 && MaxAge == 0) || (age > 0 && age >= MinAge && (MaxAge == 0 || age <= MaxAge));
}
