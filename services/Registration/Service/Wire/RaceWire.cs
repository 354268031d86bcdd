using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Races between the wire and the core. Enums have the same numbers on both sides.</summary>
internal static class RaceWire
{
    public static Race ToCore(V1.Race race, string field) => new(
        race.RaceId,
        race.DisplayName,
        ValueList.From((race.Course?.Visits ?? []).Select((visit, i) => CourseWire.ToCore(visit, $"{field}.course.visits[{i}]"))),
        ValueList.From(race.Divisions.Select(DivisionWire.ToCore)),
        RulesWire.ToCore(race.Rules ?? new()),
        ValueList.From(race.Waves.Select((wave, i) => new Wave(wave.WaveId, wave.DisplayName, WireTime.ToInstant(wave.PlannedStartTime, $"{field}.waves[{i}].planned_start_time")))),
        WireTime.ToElapsed(race.TimeLimit, $"{field}.time_limit"))
    {
        Pace = CourseWire.ToCore(race.PaceLimits, $"{field}.pace_limits"),
        Awards = ValueList.From(race.Awards.Select(AwardWire.ToCore)),
        Teams = ValueList.From(race.Teams.Select(AwardWire.ToCore)),
        Records = ValueList.From(race.Records.Select((record, i) => AwardWire.ToCore(record, $"{field}.records[{i}]"))),
        ExchangeSplitIds = ValueList.From<string>(race.Relay?.ExchangeSplitIds ?? []),
        RulesVersion = race.RulesVersion,
    };

    public static V1.Race ToWire(Race race)
    {
        var wire = new V1.Race
        {
            RaceId = race.RaceId,
            DisplayName = race.DisplayName,
            Course = new(),
            Rules = RulesWire.ToWire(race.Rules),
            TimeLimit = WireTime.ToWire(race.TimeLimit),
            PaceLimits = CourseWire.ToWire(race.Pace),
            RulesVersion = race.RulesVersion,
        };
        wire.Course.Visits.AddRange(race.Course.Select(CourseWire.ToWire));
        wire.Divisions.AddRange(race.Divisions.Select(DivisionWire.ToWire));
        wire.Waves.AddRange(race.Waves.Select(wave => new V1.Wave
        {
            WaveId = wave.WaveId,
            DisplayName = wave.DisplayName,
            PlannedStartTime = WireTime.ToWire(wave.PlannedStart),
        }));
        wire.Awards.AddRange(race.Awards.Select(AwardWire.ToWire));
        wire.Teams.AddRange(race.Teams.Select(AwardWire.ToWire));
        wire.Records.AddRange(race.Records.Select(AwardWire.ToWire));
        if (race.ExchangeSplitIds.Count > 0)
        {
            wire.Relay = new() { ExchangeSplitIds = { race.ExchangeSplitIds } };
        }

        return wire;
    }
}
