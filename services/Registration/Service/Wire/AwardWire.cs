using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Awards;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Awards, team rules and records between the wire and the core.</summary>
internal static class AwardWire
{
    public static AwardRule ToCore(V1.AwardRule award) => new(award.AwardId, award.DisplayName, award.Depth, (AwardBasis)award.Basis, (Sex)award.Sex)
    {
        DivisionIds = ValueList.From(award.DivisionIds),
        EachDivision = award.EachDivision,
        Countries = ValueList.From(award.Countries),
        Conditions = ValueList.From(award.Conditions.Select(AttributeWire.ToCore)),
        Exclusive = award.Exclusive,
    };

    public static V1.AwardRule ToWire(AwardRule award) => new()
    {
        AwardId = award.AwardId,
        DisplayName = award.DisplayName,
        Depth = award.Depth,
        Basis = (V1.AwardBasis)award.Basis,
        Sex = (V1.Sex)award.Sex,
        DivisionIds = { award.DivisionIds },
        EachDivision = award.EachDivision,
        Countries = { award.Countries },
        Conditions = { award.Conditions.Select(AttributeWire.ToWire) },
        Exclusive = award.Exclusive,
    };

    public static TeamRule ToCore(V1.TeamRule team) => new(
        team.TeamRuleId,
        team.DisplayName,
        (TeamKey)team.Key,
        team.AttributeKey,
        (Sex)team.Sex,
        team.Scorers,
        team.Displacers,
        (TeamScore)team.Score,
        team.MaxTeams);

    public static V1.TeamRule ToWire(TeamRule team) => new()
    {
        TeamRuleId = team.TeamRuleId,
        DisplayName = team.DisplayName,
        Key = (V1.TeamKey)team.Key,
        AttributeKey = team.AttributeKey,
        Sex = (V1.Sex)team.Sex,
        Scorers = team.Scorers,
        Displacers = team.Displacers,
        Score = (V1.TeamScore)team.Score,
        MaxTeams = team.MaxTeams,
    };

    public static StandingRecord ToCore(V1.StandingRecord record, string field) => new(
        record.RecordId,
        record.DisplayName,
        (Sex)record.Sex,
        record.DivisionId,
        record.Country,
        WireTime.ToElapsed(record.Time, $"{field}.time"),
        record.Holder,
        record.When);

    public static V1.StandingRecord ToWire(StandingRecord record) => new()
    {
        RecordId = record.RecordId,
        DisplayName = record.DisplayName,
        Sex = (V1.Sex)record.Sex,
        DivisionId = record.DivisionId,
        Country = record.Country,
        Time = WireTime.ToWire(record.Time),
        Holder = record.Holder,
        When = record.When,
    };
}
