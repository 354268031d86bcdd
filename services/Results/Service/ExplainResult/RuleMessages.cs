using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Races;
using CutoffBasis = RaceSystem.Registration.V1.CutoffBasis;
using RuleProfile = RaceSystem.Registration.V1.RuleProfile;
using TieRule = RaceSystem.Registration.V1.TieRule;
using TimeResolution = RaceSystem.Registration.V1.TimeResolution;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>The ranking rules of a race as they were applied.</summary>
internal static class RuleMessages
{
    public static RankingRules Of(RaceDefinition race) => new()
    {
        Profile = race.Profile switch
        {
            Core.Races.RuleProfile.Net => RuleProfile.Net,
            Core.Races.RuleProfile.NetWithGunFallback => RuleProfile.NetWithGunFallback,
            Core.Races.RuleProfile.EliteGun => RuleProfile.EliteGun,
            _ => RuleProfile.WorldAthletics,
        },
        Ties = race.Ties switch
        {
            Core.Races.TieRule.SharedByHiddenTime => TieRule.SharedByHiddenTime,
            Core.Races.TieRule.SharedByOfficialTime => TieRule.SharedByOfficialTime,
            _ => TieRule.ByHiddenTime,
        },
        EliteWaveIds = { race.EliteWaveIds },
        EliteDivisionIds = { race.EliteDivisionIds },
        Resolution = race.Resolution == Core.Races.TimeResolution.Tenth ? TimeResolution.Tenth : TimeResolution.Second,
        CutoffBasis = race.CutoffBasis == Core.Races.CutoffBasis.WaveGun ? CutoffBasis.WaveGun : CutoffBasis.RaceGun,
        AgeGradeTables = race.AgeGradeTables,
        PointsEvent = race.PointsEvent,
    };
}
