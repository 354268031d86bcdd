using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Awards;

/// <summary>Places of a race that win something.</summary>
public sealed record AwardRule(string AwardId, string DisplayName, int Depth, AwardBasis Basis, Sex Sex)
{
    /// <summary>One list for each of these; empty: one list of all.</summary>
    public ValueList<string> DivisionIds { get; init; } = [];

    /// <summary>One list for every division of the race.</summary>
    public bool EachDivision { get; init; }

    /// <summary>Only runners of these countries; empty: any.</summary>
    public ValueList<string> Countries { get; init; } = [];

    /// <summary>Only runners who meet all of these.</summary>
    public ValueList<AttributeCondition> Conditions { get; init; } = [];

    /// <summary>Passes over runners who won an award of an earlier rule.</summary>
    public bool Exclusive { get; init; }
}
