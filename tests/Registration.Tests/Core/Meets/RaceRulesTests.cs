using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.Meets;

public sealed class RaceRulesTests
{
    public static TheoryData<string, string> WrongRaces => new()
    {
        { "course.visits[2].cutoff", Reasons.CutoffInvalid },
        { "course.visits[1].pace_limits.fastest_per_km", Reasons.PaceInvalid },
        { "relay.exchange_split_ids[0]", Reasons.RelayInvalid },
        { "divisions[2].countries[0]", Reasons.DivisionInvalid },
        { "divisions[0].attribute.values[0]", Reasons.AttributeInvalid },
        { "divisions[0].separate", Reasons.DivisionInvalid },
        { "rules", Reasons.EnumInvalid },
        { "rules.elite_wave_ids", Reasons.RulesInvalid },
        { "rules.elite_wave_ids[0]", Reasons.WaveUnknown },
        { "rules.elite_division_ids[0]", Reasons.DivisionUnknown },
        { "rules.age_grade_tables", Reasons.RulesInvalid },
        { "pace_limits.slowest_per_km", Reasons.PaceInvalid },
        { "awards[0].depth", Reasons.AwardInvalid },
        { "awards[1].award_id", Reasons.AwardInvalid },
        { "awards[1].division_ids[0]", Reasons.DivisionUnknown },
        { "teams[0].scorers", Reasons.TeamInvalid },
        { "teams[0].attribute_key", Reasons.TeamInvalid },
        { "records[0].time", Reasons.RecordInvalid },
        { "records[0].division_id", Reasons.DivisionUnknown },
    };

    [Theory]
    [MemberData(nameof(WrongRaces))]
    public void A_wrong_rule_is_refused_by_field_and_by_nothing_else(string field, string reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => MeetReading.Read(Sample.Draft with { Races = [Wrong(field)] }));
        Assert.Equal([$"meet.races[0].{field}"], refusal.Violations.Select(violation => violation.Field));
        Assert.Equal(reason, refusal.Reason);
    }

    [Fact]
    public void Only_the_elite_profile_has_an_elite_field()
    {
        var race = Sample.FullRace("r");
        var refusal = Assert.Throws<RefusalException>(() => MeetReading.Read(Sample.Draft with { Races = [race with { Rules = race.Rules with { Profile = RuleProfile.Net } }] }));
        Assert.Equal(Reasons.RulesInvalid, refusal.Reason);
    }

    [Fact]
    public void The_version_counts_changes_of_the_rules_and_not_of_the_name()
    {
        var first = MeetChange.Plan(null, Sample.Meet).Meet;
        Assert.Equal([1, 1], first.Races.Select(race => race.RulesVersion));
        var renamed = MeetChange.Plan(first, Sample.Meet with { Races = [Sample.Race("marathon") with { DisplayName = "The Marathon" }] });
        Assert.Single(renamed.ChangedRaces);
        Assert.Equal([1, 1], renamed.Meet.Races.Select(race => race.RulesVersion));
        var changed = MeetChange.Plan(renamed.Meet, Sample.Meet with { Races = [Sample.FullRace("marathon")] });
        Assert.Equal([2, 1], changed.Meet.Races.Select(race => race.RulesVersion));
        Assert.True(MeetChange.Plan(changed.Meet, Sample.Meet with { Races = [Sample.FullRace("marathon") with { RulesVersion = 99 }] }).IsNothing);
    }

    private static Race Wrong(string field)
    {
        var race = Sample.FullRace("marathon");
        return field switch
        {
            "course.visits[2].cutoff" => race with { Course = [race.Course[0], race.Course[1], race.Course[2] with { Cutoff = race.Course[1].Cutoff }] },
            "course.visits[1].pace_limits.fastest_per_km" => race with { Course = [race.Course[0], race.Course[1] with { Pace = new(Elapsed.FromSeconds(19), null) }, race.Course[2]] },
            "relay.exchange_split_ids[0]" => race with { ExchangeSplitIds = ["finish"] },
            "divisions[2].countries[0]" => race with { Divisions = [race.Divisions[0], race.Divisions[1], race.Divisions[2] with { Countries = [" "] }] },
            "divisions[0].attribute.values[0]" => race with { Divisions = [race.Divisions[0] with { Attribute = new("category", [""], false) }, race.Divisions[1]] },
            "divisions[0].separate" => race with { Divisions = [race.Divisions[0] with { Additional = true }, race.Divisions[1]] },
            _ => WrongRule(race, field),
        };
    }

    private static Race WrongRule(Race race, string field) => field switch
    {
        "rules" => race with { Rules = race.Rules with { Resolution = (TimeResolution)9 } },
        "rules.elite_wave_ids" => race with { Rules = race.Rules with { EliteWaveIds = [], EliteDivisionIds = [] } },
        "rules.elite_wave_ids[0]" => race with { Rules = race.Rules with { EliteWaveIds = ["w9"] } },
        "rules.elite_division_ids[0]" => race with { Rules = race.Rules with { EliteDivisionIds = ["M90"] } },
        "rules.age_grade_tables" => race with { Rules = race.Rules with { AgeGradeTables = 2010 } },
        "pace_limits.slowest_per_km" => race with { Pace = new(Elapsed.FromSeconds(200), Elapsed.FromSeconds(200)) },
        "awards[0].depth" => race with { Awards = [race.Awards[0] with { Depth = 0 }] },
        "awards[1].award_id" => race with { Awards = [race.Awards[0], race.Awards[1] with { AwardId = "overall" }] },
        "awards[1].division_ids[0]" => race with { Awards = [race.Awards[0], race.Awards[1] with { DivisionIds = ["M90"] }] },
        "teams[0].scorers" => race with { Teams = [race.Teams[0] with { Scorers = 0 }] },
        "teams[0].attribute_key" => race with { Teams = [race.Teams[0] with { Key = RaceSystem.Registration.Core.Awards.TeamKey.Club }] },
        "records[0].time" => race with { Records = [race.Records[0] with { Time = null }] },
        _ => race with { Records = [race.Records[0] with { DivisionId = "M90" }] },
    };
}
