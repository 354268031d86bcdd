namespace RaceSystem.Registration.Core.Meets;

/// <summary>Checks how a race is ranked. What is left out is what the rule book of the sport says: the gun time, whole
/// seconds, no shared places.</summary>
internal static class RulesReading
{
    private static readonly int[] AgeGradeTables = [0, 2015, 2020, 2025];

    public static RankingRules Read(Race race, string field, Violations violations)
    {
        var rules = race.Rules;
        if (!Enum.IsDefined(rules.Profile) || !Enum.IsDefined(rules.Ties) || !Enum.IsDefined(rules.Resolution) || !Enum.IsDefined(rules.CutoffBasis))
        {
            violations.Add(field, Reasons.EnumInvalid, $"profile {(int)rules.Profile} with ties {(int)rules.Ties}, resolution {(int)rules.Resolution} and cut-off basis {(int)rules.CutoffBasis} is not known to this version.");
        }

        CheckElite(race, field, violations);
        if (!AgeGradeTables.Contains(rules.AgeGradeTables))
        {
            violations.Add($"{field}.age_grade_tables", Reasons.RulesInvalid, $"is {rules.AgeGradeTables}; there are road tables of 2015, 2020 and 2025, and 0 for no grading.");
        }

        return rules with
        {
            Profile = rules.Profile == RuleProfile.Unspecified ? RuleProfile.WorldAthletics : rules.Profile,
            Ties = rules.Ties == TieRule.Unspecified ? TieRule.ByHiddenTime : rules.Ties,
            Resolution = rules.Resolution == TimeResolution.Unspecified ? TimeResolution.Second : rules.Resolution,
            CutoffBasis = rules.CutoffBasis == CutoffBasis.Unspecified ? CutoffBasis.RaceGun : rules.CutoffBasis,
            PointsEvent = TextRule.Read(rules.PointsEvent, MeetLimits.PointsEventLength, $"{field}.points_event", violations),
        };
    }

    private static void CheckElite(Race race, string field, Violations violations)
    {
        var rules = race.Rules;
        var named = rules.EliteWaveIds.Count + rules.EliteDivisionIds.Count > 0;
        if (named != (rules.Profile == RuleProfile.EliteGun))
        {
            violations.Add($"{field}.elite_wave_ids", Reasons.RulesInvalid, named
                ? "or elite_division_ids is set, but only RULE_PROFILE_ELITE_GUN has an elite field; set that profile or leave them out."
                : "and elite_division_ids are empty; RULE_PROFILE_ELITE_GUN has to name the waves or divisions of its elite field.");
        }

        for (var i = 0; i < rules.EliteWaveIds.Count; i++)
        {
            if (!race.Waves.Any(wave => string.Equals(wave.WaveId, rules.EliteWaveIds[i], StringComparison.Ordinal)))
            {
                violations.Add($"{field}.elite_wave_ids[{i}]", Reasons.WaveUnknown, $"'{rules.EliteWaveIds[i]}' is no wave of race '{race.RaceId}'.");
            }
        }

        for (var i = 0; i < rules.EliteDivisionIds.Count; i++)
        {
            DivisionRule.RequireKnown(race, rules.EliteDivisionIds[i], $"{field}.elite_division_ids[{i}]", violations);
        }
    }
}
