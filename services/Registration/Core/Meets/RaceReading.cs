using RaceSystem.Registration.Core.Awards;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Checks one race and fills in what may be left out.</summary>
internal static class RaceReading
{
    public static Race Read(Race race, string field, Violations violations)
    {
        IdRule.Check(race.RaceId, $"{field}.race_id", violations);
        CourseRule.Check(race.Course, $"{field}.course", violations);
        CutoffRule.Check(race.Course, $"{field}.course", violations);
        RelayRule.Check(race, $"{field}.relay.exchange_split_ids", violations);
        CheckTimeLimit(race, field, violations);
        return race with
        {
            DisplayName = TextRule.Read(race.DisplayName, MeetLimits.DisplayNameLength, $"{field}.display_name", violations),
            Course = ReadCourse(race, field, violations),
            Divisions = DivisionReading.Read(race.Divisions, $"{field}.divisions", violations),
            Rules = RulesReading.Read(race, $"{field}.rules", violations),
            Waves = WaveReading.Read(race.Waves, $"{field}.waves", violations),
            Pace = PaceRule.Read(race.Pace, $"{field}.pace_limits", violations),
            Awards = AwardReading.Read(race, $"{field}.awards", violations),
            Teams = TeamReading.Read(race.Teams, $"{field}.teams", violations),
            Records = RecordReading.Read(race, $"{field}.records", violations),
            RulesVersion = 0,
        };
    }

    private static ValueList<CourseVisit> ReadCourse(Race race, string field, Violations violations) => ValueList.From(
        race.Course.Select((visit, i) => visit with
        {
            DisplayName = TextRule.Read(visit.DisplayName, MeetLimits.DisplayNameLength, $"{field}.course.visits[{i}].display_name", violations),
            Pace = PaceRule.Read(visit.Pace, $"{field}.course.visits[{i}].pace_limits", violations),
        }));

    private static void CheckTimeLimit(Race race, string field, Violations violations)
    {
        if (race.TimeLimit is { } limit && (limit.Micros <= 0 || limit > MeetLimits.TimeLimit))
        {
            violations.Add($"{field}.time_limit", Reasons.TimeLimitInvalid, $"is {limit} s; a limit is more than 0 and at most {MeetLimits.TimeLimit.CeilingSeconds()} s. Leave it out for none.");
        }
    }
}
