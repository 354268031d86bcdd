using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Records;

/// <summary>Ranking rules of the contract put over those of a race.</summary>
public static class RulesReading
{
    /// <summary>The race with the rules that are specified; the others stay.</summary>
    public static RaceDefinition With(this RaceDefinition race, RankingRules rules)
    {
        ArgumentNullException.ThrowIfNull(race);
        ArgumentNullException.ThrowIfNull(rules);
        var read = RaceRecordReading.RaceOf(new Race { Rules = rules });
        return race with
        {
            Profile = rules.Profile == Registration.V1.RuleProfile.Unspecified ? race.Profile : read.Profile,
            Ties = rules.Ties == Registration.V1.TieRule.Unspecified ? race.Ties : read.Ties,
            EliteWaveIds = rules.EliteWaveIds.Count == 0 ? race.EliteWaveIds : read.EliteWaveIds,
            EliteDivisionIds = rules.EliteDivisionIds.Count == 0 ? race.EliteDivisionIds : read.EliteDivisionIds,
            Resolution = rules.Resolution == Registration.V1.TimeResolution.Unspecified ? race.Resolution : read.Resolution,
            CutoffBasis = rules.CutoffBasis == Registration.V1.CutoffBasis.Unspecified ? race.CutoffBasis : read.CutoffBasis,
            AgeGradeTables = rules.AgeGradeTables == 0 ? race.AgeGradeTables : read.AgeGradeTables,
            PointsEvent = rules.PointsEvent.Length == 0 ? race.PointsEvent : read.PointsEvent,
        };
    }

    /// <summary>The race under other pace limits; a bound that is absent stays.</summary>
    public static RaceDefinition With(this RaceDefinition race, Registration.V1.PaceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(race);
        ArgumentNullException.ThrowIfNull(limits);
        return race with
        {
            Pace = new Core.Races.PaceLimits(
                limits.FastestPerKm is { } fastest ? Kernel.Elapsed.From(fastest.ToTimeSpan()) : race.Pace.FastestPerKm,
                limits.SlowestPerKm is { } slowest ? Kernel.Elapsed.From(slowest.ToTimeSpan()) : race.Pace.SlowestPerKm),
        };
    }
}
