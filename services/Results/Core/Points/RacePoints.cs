using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Points;

/// <summary>World Athletics points of a race's results.</summary>
public static class RacePoints
{
    /// <summary>
    /// Points of a runner's official time as shown; null: the race asks for none, the tables do not hold its event or the sex,
    /// there is no time, or the runner is in a separate division.
    /// </summary>
    public static int? Of(RaceStandings race, int runner)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Race.PointsEvent.Length > 0 && race.Visits.Count > 0 && race.OfficialTimeOf(runner, race.Visits.Count - 1) is { } time && race.DivisionOf(runner) is not { Separate: true }
            ? ScoringTables.PointsOf(race.Race.PointsEvent, race.EntryOf(runner).Sex, race.Race.Resolution.Shown(time))
            : null;
    }
}
