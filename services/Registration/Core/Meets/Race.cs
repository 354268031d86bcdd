using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Awards;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>A scored contest of a meet.</summary>
/// <param name="TimeLimit">From the gun of the rules' <see cref="CutoffBasis"/>; null: none.</param>
public sealed record Race(
    string RaceId,
    string DisplayName,
    ValueList<CourseVisit> Course,
    ValueList<Division> Divisions,
    RankingRules Rules,
    ValueList<Wave> Waves,
    Elapsed? TimeLimit)
{
    /// <summary>On any leg; null: as usual.</summary>
    public PaceLimits? Pace { get; init; }

    /// <summary>In the order in which they are given out.</summary>
    public ValueList<AwardRule> Awards { get; init; } = [];

    public ValueList<TeamRule> Teams { get; init; } = [];

    public ValueList<StandingRecord> Records { get; init; } = [];

    /// <summary>Splits where a relay's runners change; empty: no relay.</summary>
    public ValueList<string> ExchangeSplitIds { get; init; } = [];

    /// <summary>Counts the changes of everything but the name.</summary>
    public int RulesVersion { get; init; }

    /// <summary>Whether the races are scored the same: only their names differ.</summary>
    public bool SameRulesAs(Race other) => this with { DisplayName = other.DisplayName, RulesVersion = other.RulesVersion } == other;
}
