using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Rules;
using RaceSystem.Results.V1;
using RuleText = RaceSystem.Results.V1.RuleText;

namespace RaceSystem.Results.Service.Rows;

/// <summary>The rules of a race as the contract names them.</summary>
internal static class RuleRows
{
    public static RaceRules Of(RaceDefinition race)
    {
        var profile = RuleBook.Of(race.Profile);
        var rules = new RaceRules
        {
            ProfileId = profile.ProfileId,
            ProfileVersion = profile.Version,
            Title = profile.Title,
            Ties = race.Ties switch
            {
                TieRule.SharedByHiddenTime => Registration.V1.TieRule.SharedByHiddenTime,
                TieRule.SharedByOfficialTime => Registration.V1.TieRule.SharedByOfficialTime,
                _ => Registration.V1.TieRule.ByHiddenTime,
            },
            Resolution = race.Resolution == TimeResolution.Tenth ? Registration.V1.TimeResolution.Tenth : Registration.V1.TimeResolution.Second,
            CutoffBasis = race.CutoffBasis == CutoffBasis.WaveGun ? Registration.V1.CutoffBasis.WaveGun : Registration.V1.CutoffBasis.RaceGun,
            RulesVersion = race.RulesVersion,
        };
        rules.Rules.AddRange(profile.Rules.Select(rule => new RuleText { RuleId = rule.RuleId, Text = rule.Text, Source = rule.Source }));
        return rules;
    }
}
