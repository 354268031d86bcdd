namespace RaceSystem.Registration.Core.Meets;

/// <summary>Checks one race and fills in what may be left out.</summary>
internal static class RaceReading
{
    public static Race Read(Race race, string field, Violations violations)
    {
        IdRule.Check(race.RaceId, $"{field}.race_id", violations);
        CourseRule.Check(race.Course, $"{field}.course", violations);
        CheckTimeLimit(race, field, violations);
        return race with
        {
            DisplayName = TextRule.Read(race.DisplayName, MeetLimits.DisplayNameLength, $"{field}.display_name", violations),
            Course = ReadCourse(race, field, violations),
            Divisions = DivisionReading.Read(race.Divisions, $"{field}.divisions", violations),
            Rules = ReadRules(race.Rules, $"{field}.rules", violations),
            Waves = WaveReading.Read(race.Waves, $"{field}.waves", violations),
        };
    }

    private static ValueList<CourseVisit> ReadCourse(Race race, string field, Violations violations) => ValueList.From(
        race.Course.Select((visit, i) => visit with
        {
            DisplayName = TextRule.Read(visit.DisplayName, MeetLimits.DisplayNameLength, $"{field}.course.visits[{i}].display_name", violations),
        }));

    /// <summary>What is left out is what the rule book of the sport says: the gun time, and no shared places.</summary>
    private static RankingRules ReadRules(RankingRules rules, string field, Violations violations)
    {
        if (!Enum.IsDefined(rules.Profile) || !Enum.IsDefined(rules.Ties))
        {
            violations.Add(field, Reasons.EnumInvalid, $"profile {(int)rules.Profile} with ties {(int)rules.Ties} is not known to this version.");
        }

        return new(
            rules.Profile == RuleProfile.Unspecified ? RuleProfile.WorldAthletics : rules.Profile,
            rules.Ties == TieRule.Unspecified ? TieRule.ByHiddenTime : rules.Ties);
    }

    private static void CheckTimeLimit(Race race, string field, Violations violations)
    {
        if (race.TimeLimit is { } limit && (limit.Micros <= 0 || limit > MeetLimits.TimeLimit))
        {
            violations.Add($"{field}.time_limit", Reasons.TimeLimitInvalid, $"is {limit} s; a limit is more than 0 and at most {MeetLimits.TimeLimit.CeilingSeconds()} s. Leave it out for none.");
        }
    }
}
