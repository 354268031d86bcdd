namespace RaceSystem.Results.Core.Races;

/// <summary>Places of a race that win something.</summary>
public sealed record AwardRule
{
    /// <summary>Unique in the race.</summary>
    public required string AwardId { get; init; }

    /// <summary>For people.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Places awarded.</summary>
    public int Depth { get; init; }

    /// <summary>Which time decides.</summary>
    public AwardBasis Basis { get; init; }

    /// <summary>Only this sex; unknown: any.</summary>
    public Sex Sex { get; init; }

    /// <summary>One list for each of these; empty: one list of all.</summary>
    public IReadOnlyList<string> DivisionIds { get; init; } = [];

    /// <summary>One list for every division of the race.</summary>
    public bool EachDivision { get; init; }

    /// <summary>Only runners who meet it.</summary>
    public PersonCondition Person { get; init; } = PersonCondition.None;

    /// <summary>Passes over runners who won an award of an earlier rule.</summary>
    public bool Exclusive { get; init; }
}

/// <summary>Which time decides an award.</summary>
public enum AwardBasis : byte
{
    /// <summary>The race's ranking.</summary>
    Ranking,

    /// <summary>From the gun.</summary>
    Gun,

    /// <summary>From the start line.</summary>
    Net,
}
