using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Races;
using AttributeCondition = RaceSystem.Results.Core.Races.AttributeCondition;
using AwardBasis = RaceSystem.Results.Core.Races.AwardBasis;
using AwardRule = RaceSystem.Results.Core.Races.AwardRule;
using CourseVisit = RaceSystem.Results.Core.Races.CourseVisit;
using CutoffBasis = RaceSystem.Results.Core.Races.CutoffBasis;
using Division = RaceSystem.Results.Core.Races.Division;
using PaceLimits = RaceSystem.Results.Core.Races.PaceLimits;
using RuleProfile = RaceSystem.Results.Core.Races.RuleProfile;
using StandingRecord = RaceSystem.Results.Core.Races.StandingRecord;
using TeamKey = RaceSystem.Results.Core.Races.TeamKey;
using TeamRule = RaceSystem.Results.Core.Races.TeamRule;
using TeamScore = RaceSystem.Results.Core.Races.TeamScore;
using TieRule = RaceSystem.Results.Core.Races.TieRule;
using TimeResolution = RaceSystem.Results.Core.Races.TimeResolution;

namespace RaceSystem.Results.Records;

/// <summary>A race of Registration's log as scoring knows it.</summary>
internal static class RaceRecordReading
{
    public static RaceDefinition RaceOf(Race race)
    {
        var rules = race.Rules ?? new RankingRules();
        return new RaceDefinition
        {
            RaceId = race.RaceId,
            DisplayName = race.DisplayName,
            Visits = [.. (race.Course?.Visits ?? []).Select(VisitOf)],
            Divisions = [.. race.Divisions.Select(DivisionOf)],
            WaveIds = [.. race.Waves.Select(wave => wave.WaveId)],
            Profile = ProfileOf(rules.Profile),
            Ties = TiesOf(rules.Ties),
            EliteWaveIds = [.. rules.EliteWaveIds],
            EliteDivisionIds = [.. rules.EliteDivisionIds],
            Resolution = rules.Resolution == Registration.V1.TimeResolution.Tenth ? TimeResolution.Tenth : TimeResolution.Second,
            CutoffBasis = rules.CutoffBasis == Registration.V1.CutoffBasis.WaveGun ? CutoffBasis.WaveGun : CutoffBasis.RaceGun,
            Pace = PaceOf(race.PaceLimits) ?? PaceLimits.Default,
            AgeGradeTables = rules.AgeGradeTables,
            PointsEvent = rules.PointsEvent,
            Awards = [.. race.Awards.Select(AwardOf)],
            Teams = [.. race.Teams.Select(TeamOf)],
            Records = [.. race.Records.Select(RecordOf)],
            ExchangeSplitIds = [.. race.Relay?.ExchangeSplitIds ?? []],
            RulesVersion = race.RulesVersion,
            TimeLimit = TimeOf(race.TimeLimit),
        };
    }

    private static CourseVisit VisitOf(Registration.V1.CourseVisit visit) => new(visit.SplitId, visit.DisplayName, visit.TimingPointId, visit.DistanceM)
    {
        Cutoff = TimeOf(visit.Cutoff),
        Pace = PaceOf(visit.PaceLimits),
    };

    private static Division DivisionOf(Registration.V1.Division division) => new(division.DivisionId, SexReading.Of(division.Sex), division.MinAge, division.MaxAge, division.RankedBySex)
    {
        Person = new PersonCondition([.. division.Countries], [.. division.Clubs], division.Attribute is null ? [] : [ConditionOf(division.Attribute)]),
        Additional = division.Additional,
        Separate = division.Separate,
    };

    private static AwardRule AwardOf(Registration.V1.AwardRule award) => new()
    {
        AwardId = award.AwardId,
        DisplayName = award.DisplayName,
        Depth = award.Depth,
        Basis = award.Basis switch
        {
            Registration.V1.AwardBasis.Gun => AwardBasis.Gun,
            Registration.V1.AwardBasis.Net => AwardBasis.Net,
            _ => AwardBasis.Ranking,
        },
        Sex = SexReading.Of(award.Sex),
        DivisionIds = [.. award.DivisionIds],
        EachDivision = award.EachDivision,
        Person = new PersonCondition([.. award.Countries], attributes: [.. award.Conditions.Select(ConditionOf)]),
        Exclusive = award.Exclusive,
    };

    private static TeamRule TeamOf(Registration.V1.TeamRule team) => new()
    {
        TeamRuleId = team.TeamRuleId,
        DisplayName = team.DisplayName,
        Key = team.Key switch
        {
            Registration.V1.TeamKey.Club => TeamKey.Club,
            Registration.V1.TeamKey.Country => TeamKey.Country,
            Registration.V1.TeamKey.Attribute => TeamKey.Attribute,
            _ => TeamKey.Team,
        },
        AttributeKey = team.AttributeKey,
        Sex = SexReading.Of(team.Sex),
        Scorers = team.Scorers,
        Displacers = team.Displacers,
        Score = team.Score == Registration.V1.TeamScore.Times ? TeamScore.Times : TeamScore.Places,
        MaxTeams = Math.Max(1, team.MaxTeams),
    };

    private static StandingRecord RecordOf(Registration.V1.StandingRecord record) => new()
    {
        RecordId = record.RecordId,
        DisplayName = record.DisplayName,
        Sex = SexReading.Of(record.Sex),
        DivisionId = record.DivisionId,
        Country = record.Country,
        Time = TimeOf(record.Time) ?? Elapsed.Zero,
        Holder = record.Holder,
        When = record.When,
    };

    private static AttributeCondition ConditionOf(Registration.V1.AttributeCondition condition) => new(condition.Key, [.. condition.Values], condition.Negated);

    private static PaceLimits? PaceOf(Registration.V1.PaceLimits? pace) => pace is null
        ? null
        : new PaceLimits(TimeOf(pace.FastestPerKm) ?? PaceLimits.Default.FastestPerKm, TimeOf(pace.SlowestPerKm) ?? PaceLimits.Default.SlowestPerKm);

    private static RuleProfile ProfileOf(Registration.V1.RuleProfile profile) => profile switch
    {
        Registration.V1.RuleProfile.Net => RuleProfile.Net,
        Registration.V1.RuleProfile.NetWithGunFallback => RuleProfile.NetWithGunFallback,
        Registration.V1.RuleProfile.EliteGun => RuleProfile.EliteGun,
        _ => RuleProfile.WorldAthletics,
    };

    private static TieRule TiesOf(Registration.V1.TieRule ties) => ties switch
    {
        Registration.V1.TieRule.SharedByHiddenTime => TieRule.SharedByHiddenTime,
        Registration.V1.TieRule.SharedByOfficialTime => TieRule.SharedByOfficialTime,
        _ => TieRule.ByHiddenTime,
    };

    private static Elapsed? TimeOf(Duration? time) => time is null ? null : Elapsed.From(time.ToTimeSpan());
}
