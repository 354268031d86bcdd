using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Ranking rules between the wire and the core.</summary>
internal static class RulesWire
{
    /// <summary>Resolution and cut-off basis that are left out, as in races stored before there was a choice, are the usual ones.</summary>
    public static RankingRules ToCore(V1.RankingRules rules) => new((RuleProfile)rules.Profile, (TieRule)rules.Ties)
    {
        EliteWaveIds = ValueList.From(rules.EliteWaveIds),
        EliteDivisionIds = ValueList.From(rules.EliteDivisionIds),
        Resolution = rules.Resolution == V1.TimeResolution.Unspecified ? TimeResolution.Second : (TimeResolution)rules.Resolution,
        CutoffBasis = rules.CutoffBasis == V1.CutoffBasis.Unspecified ? CutoffBasis.RaceGun : (CutoffBasis)rules.CutoffBasis,
        AgeGradeTables = rules.AgeGradeTables,
        PointsEvent = rules.PointsEvent,
    };

    public static V1.RankingRules ToWire(RankingRules rules) => new()
    {
        Profile = (V1.RuleProfile)rules.Profile,
        Ties = (V1.TieRule)rules.Ties,
        EliteWaveIds = { rules.EliteWaveIds },
        EliteDivisionIds = { rules.EliteDivisionIds },
        Resolution = (V1.TimeResolution)rules.Resolution,
        CutoffBasis = (V1.CutoffBasis)rules.CutoffBasis,
        AgeGradeTables = rules.AgeGradeTables,
        PointsEvent = rules.PointsEvent,
    };
}
