using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Races between the wire and the core. Enums have the same numbers on both sides.</summary>
internal static class RaceWire
{
    public static Race ToCore(V1.Race race, string field) => new(
        race.RaceId,
        race.DisplayName,
        ValueList.From((race.Course?.Visits ?? []).Select(ToCore)),
        ValueList.From(race.Divisions.Select(ToCore)),
        new((RuleProfile)(race.Rules?.Profile ?? 0), (TieRule)(race.Rules?.Ties ?? 0)),
        ValueList.From(race.Waves.Select((wave, i) => new Wave(wave.WaveId, wave.DisplayName, WireTime.ToInstant(wave.PlannedStartTime, $"{field}.waves[{i}].planned_start_time")))),
        WireTime.ToElapsed(race.TimeLimit, $"{field}.time_limit"));

    public static V1.Race ToWire(Race race)
    {
        var wire = new V1.Race
        {
            RaceId = race.RaceId,
            DisplayName = race.DisplayName,
            Course = new(),
            Rules = new() { Profile = (V1.RuleProfile)race.Rules.Profile, Ties = (V1.TieRule)race.Rules.Ties },
            TimeLimit = WireTime.ToWire(race.TimeLimit),
        };
        wire.Course.Visits.AddRange(race.Course.Select(ToWire));
        wire.Divisions.AddRange(race.Divisions.Select(ToWire));
        wire.Waves.AddRange(race.Waves.Select(wave => new V1.Wave
        {
            WaveId = wave.WaveId,
            DisplayName = wave.DisplayName,
            PlannedStartTime = WireTime.ToWire(wave.PlannedStart),
        }));
        return wire;
    }

    private static CourseVisit ToCore(V1.CourseVisit visit) =>
        new(visit.SplitId, visit.DisplayName, visit.TimingPointId, visit.DistanceM, (CourseVisitKind)visit.Kind);

    private static V1.CourseVisit ToWire(CourseVisit visit) => new()
    {
        SplitId = visit.SplitId,
        DisplayName = visit.DisplayName,
        TimingPointId = visit.TimingPointId,
        DistanceM = visit.DistanceM,
        Kind = (V1.CourseVisitKind)visit.Kind,
    };

    private static Division ToCore(V1.Division division) =>
        new(division.DivisionId, division.DisplayName, (Sex)division.Sex, division.MinAge, division.MaxAge, division.RankedBySex);

    private static V1.Division ToWire(Division division) => new()
    {
        DivisionId = division.DivisionId,
        DisplayName = division.DisplayName,
        Sex = (V1.Sex)division.Sex,
        MinAge = division.MinAge,
        MaxAge = division.MaxAge,
        RankedBySex = division.RankedBySex,
    };
}
