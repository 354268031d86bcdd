using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Races;

/// <summary>The best time there is, before this race.</summary>
public sealed record StandingRecord
{
    /// <summary>Unique in the race.</summary>
    public required string RecordId { get; init; }

    /// <summary>For people.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Only this sex; unknown: any.</summary>
    public Sex Sex { get; init; }

    /// <summary>Only this division; empty: any.</summary>
    public string DivisionId { get; init; } = "";

    /// <summary>Only runners of this country; empty: any.</summary>
    public string Country
    {
        get;
        init => (field, Person) = (value, value.Length == 0 ? PersonCondition.None : new PersonCondition([value]));
    } = "";

    /// <summary>The same as a condition.</summary>
    public PersonCondition Person { get; private init; } = PersonCondition.None;

    /// <summary>As shown.</summary>
    public Elapsed Time { get; init; }

    /// <summary>Who ran it.</summary>
    public string Holder { get; init; } = "";

    /// <summary>For example <c>2019</c>.</summary>
    public string When { get; init; } = "";
}
