using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.Meets;

public sealed class MeetReadingTests
{
    public static TheoryData<string, string> WrongMeets => new()
    {
        { "meet.meet_id", Reasons.IdInvalid },
        { "meet.display_name", Reasons.TextInvalid },
        { "meet.race_day", Reasons.RaceDayInvalid },
        { "meet.races", Reasons.RacesInvalid },
        { "meet.races[1].race_id", Reasons.RacesInvalid },
    };

    public static TheoryData<string, string> WrongRaces => new()
    {
        { "race_id", Reasons.IdInvalid },
        { "display_name", Reasons.TextInvalid },
        { "course.visits", Reasons.CourseInvalid },
        { "rules", Reasons.EnumInvalid },
        { "time_limit", Reasons.TimeLimitInvalid },
        { "waves", Reasons.WaveInvalid },
        { "waves[1].wave_id", Reasons.WaveInvalid },
        { "divisions", Reasons.DivisionInvalid },
        { "divisions[1].division_id", Reasons.DivisionInvalid },
        { "divisions[0].max_age", Reasons.DivisionInvalid },
        { "divisions[0].sex", Reasons.EnumInvalid },
    };

    [Fact]
    public void A_right_meet_is_taken_as_it_is()
    {
        var meet = MeetReading.Read(Sample.Draft);
        Assert.Equal(new DateOnly(2025, 4, 6), meet.RaceDay);
        Assert.Equal<Race>(Sample.Draft.Races, meet.Races);
    }

    [Fact]
    public void What_may_be_left_out_is_filled_in()
    {
        var race = Sample.Race("marathon") with { Rules = new(RuleProfile.Unspecified, TieRule.Unspecified), DisplayName = "", Divisions = [], TimeLimit = null };
        var meet = MeetReading.Read(Sample.Draft with { TimeZone = "", DisplayName = "", Races = [race] });
        Assert.Equal("UTC", meet.TimeZone);
        Assert.Equal(new(RuleProfile.WorldAthletics, TieRule.ByHiddenTime), meet.Races[0].Rules);
    }

    [Fact]
    public void Reading_what_was_read_changes_nothing()
    {
        var once = MeetReading.Read(Sample.Draft with { DisplayName = "  Spring  ", TimeZone = "" });
        var twice = MeetReading.Read(new(once.MeetId, once.DisplayName, once.TimeZone, "2025-04-06", [.. once.Races]));
        Assert.Equal(once, twice);
    }

    [Theory]
    [MemberData(nameof(WrongMeets))]
    public void A_wrong_meet_is_refused_by_field(string field, string reason)
    {
        var draft = field switch
        {
            "meet.meet_id" => Sample.Draft with { MeetId = "Pyongyang 2025" },
            "meet.display_name" => Sample.Draft with { DisplayName = new('x', 201) },
            "meet.race_day" => Sample.Draft with { RaceDay = "06.04.2025" },
            "meet.races" => Sample.Draft with { Races = [.. Enumerable.Range(0, 101).Select(i => Sample.Race($"r{i}"))] },
            _ => Sample.Draft with { Races = [Sample.Race("a"), Sample.Race("a")] },
        };
        AssertRefused(draft, field, reason);
    }

    [Theory]
    [MemberData(nameof(WrongRaces))]
    public void A_wrong_race_is_refused_by_field(string field, string reason)
    {
        var race = Sample.Race("marathon");
        var wrong = field switch
        {
            "race_id" => race with { RaceId = "" },
            "display_name" => race with { DisplayName = "a\tb" },
            "course.visits" => race with { Course = [] },
            "rules" => race with { Rules = new((RuleProfile)99, TieRule.Unspecified) },
            "time_limit" => race with { TimeLimit = Elapsed.Zero },
            "waves" => race with { Waves = [] },
            "waves[1].wave_id" => race with { Waves = [Sample.FirstWave, Sample.FirstWave] },
            "divisions" => race with { Divisions = ValueList.From(Enumerable.Range(0, 201).Select(i => Sample.M40 with { DivisionId = $"d{i}" })) },
            "divisions[1].division_id" => race with { Divisions = [Sample.M40, Sample.M40] },
            "divisions[0].max_age" => race with { Divisions = [Sample.M40 with { MaxAge = 39 }] },
            _ => race with { Divisions = [Sample.M40 with { Sex = (Sex)7 }] },
        };
        AssertRefused(Sample.Draft with { Races = [wrong] }, $"meet.races[0].{field}", reason);
    }

    [Fact]
    public void A_race_with_every_rule_is_taken_as_it_is()
    {
        var race = Sample.FullRace("marathon");
        Assert.Equal(race, MeetReading.Read(Sample.Draft with { Races = [race with { RulesVersion = 7 }] }).Races[0]);
    }

    [Fact]
    public void A_pace_limit_that_is_left_out_is_the_usual_one()
    {
        var race = MeetReading.Read(Sample.Draft with { Races = [Sample.Race("marathon") with { Pace = new(null, Elapsed.FromSeconds(900)) }] }).Races[0];
        Assert.Equal(new(Elapsed.FromSeconds(100), Elapsed.FromSeconds(900)), race.Pace);
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var race = Sample.Race("marathon") with { Waves = [], TimeLimit = new Elapsed(-1) };
        var refusal = Assert.Throws<RefusalException>(() => MeetReading.Read(Sample.Draft with { RaceDay = "", Races = [race] }));
        Assert.Equal(["meet.race_day", "meet.races[0].time_limit", "meet.races[0].waves"], refusal.Violations.Select(violation => violation.Field));
    }

    private static void AssertRefused(MeetDraft draft, string field, string reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => MeetReading.Read(draft));
        Assert.Equal(reason, refusal.Reason);
        Assert.Equal(RefusalKind.InvalidArgument, refusal.Kind);
        Assert.Equal(field, refusal.Violations[0].Field);
    }
}
