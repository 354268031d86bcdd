namespace RaceSystem.Results.Core.Races;

/// <summary>How runners score together.</summary>
public sealed record TeamRule
{
    /// <summary>Unique in the race.</summary>
    public required string TeamRuleId { get; init; }

    /// <summary>For people.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>What makes runners a team.</summary>
    public TeamKey Key { get; init; }

    /// <summary>For <see cref="TeamKey.Attribute"/>.</summary>
    public string AttributeKey { get; init; } = "";

    /// <summary>Only this sex; unknown: any.</summary>
    public Sex Sex { get; init; }

    /// <summary>Runners whose results count.</summary>
    public int Scorers { get; init; }

    /// <summary>Further runners who do not score but push back others' places.</summary>
    public int Displacers { get; init; }

    /// <summary>What is added up.</summary>
    public TeamScore Score { get; init; }

    /// <summary>Teams a key may have; at least 1.</summary>
    public int MaxTeams { get; init; } = 1;
}

/// <summary>What makes runners a team.</summary>
public enum TeamKey : byte
{
    /// <summary>The entry's team.</summary>
    Team,

    /// <summary>The entry's club.</summary>
    Club,

    /// <summary>The entry's country.</summary>
    Country,

    /// <summary>An attribute of the entry.</summary>
    Attribute,
}

/// <summary>What a team's scorers add up. The lowest sum wins; ties go to the better last scorer.</summary>
public enum TeamScore : byte
{
    /// <summary>Places among the runners of all teams.</summary>
    Places,

    /// <summary>Times.</summary>
    Times,
}
