using RaceSystem.Kernel;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>A runner's result on one side of a difference.</summary>
/// <param name="Status">Where the runner stands.</param>
/// <param name="OfficialTime">Exact, at the finish; null: none.</param>
/// <param name="Places">At the finish; zeros: none.</param>
/// <param name="LastVisit">Furthest visit measured, or -1.</param>
public readonly record struct RunnerState(ResultStatus Status, Elapsed? OfficialTime, Places Places, int LastVisit)
{
    internal static RunnerState Of(RaceStandings race, int runner)
    {
        var finish = race.Visits.Count - 1;
        return finish < 0
            ? new RunnerState(race.StatusOf(runner), null, default, -1)
            : new RunnerState(race.StatusOf(runner), race.OfficialTimeOf(runner, finish), race.Visits[finish].PlacesOf(runner), race.LastVisitOf(runner));
    }
}
