using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Finishes;

/// <summary>What follows from the finish, as the contract shows it.</summary>
internal static class FinishRows
{
    private const long NanosPerMicro = 1_000;

    /// <summary>A runner's line at the finish.</summary>
    public static Standing Of(RaceStandings race, int runner) =>
        StandingRows.Of(race, runner, race.Visits.Count - 1, race.Visits.Count > 0 ? race.Visits[^1].PlacesOf(runner) : default);

    /// <summary>A time that is rounded already.</summary>
    public static Duration ToDuration(Elapsed shown) => new()
    {
        Seconds = shown.Micros / Instant.MicrosPerSecond,
        Nanos = (int)(shown.Micros % Instant.MicrosPerSecond * NanosPerMicro),
    };

    /// <summary>A runner's age grade; null: none.</summary>
    public static V1.AgeGrade? AgeGradeOf(RaceStandings race, int runner)
    {
        var standings = AgeGradeStandings.Of(race);
        return standings.GradeOf(runner) is { } grade
            ? new V1.AgeGrade { Hundredths = grade.Hundredths, PlaceOverall = standings.PlacesOf(runner).Overall, PlaceBySex = standings.PlacesOf(runner).BySex }
            : null;
    }

    /// <summary>A relay team's legs; none in another race.</summary>
    public static IEnumerable<RelayLegResult> LegsOf(RaceStandings race, int team)
    {
        var relay = RaceRelay.Of(race);
        return relay.Legs.Select((leg, i) => LegOf(race, leg.Leg, team, relay.TimeOf(team, i)));
    }

    /// <summary>A relay team on a leg.</summary>
    public static RelayLegResult LegOf(RaceStandings race, RelayLeg leg, int team, RelayLegTime? time) => new()
    {
        Number = leg.Number,
        FromSplitId = race.Race.Visits[leg.From].SplitId,
        ToSplitId = race.Race.Visits[leg.To].SplitId,
        DistanceM = leg.DistanceM,
        Runner = RaceRelay.RunnerOf(race.EntryOf(team), leg) is { } runner
            ? new Registration.V1.RelayRunner { DisplayName = runner.DisplayName, Sex = StandingRows.SexOf(runner.Sex), Age = runner.Age }
            : null,
        Time = time is { } measured ? ToDuration(measured.Time) : null,
        Place = time?.Place ?? 0,
    };
}
