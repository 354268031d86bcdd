using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Sweeps;

/// <summary>
/// Whom the sweep bus may have to take up: runners on the course who have not passed a gate that has closed or closes soon, and
/// those who passed one too late and run on. Each once, at the next gate (the finish at last).
/// </summary>
public static class Sweep
{
    /// <summary>The list, by gate, then by who is furthest.</summary>
    /// <param name="race">The snapshot.</param>
    /// <param name="now">The moment to look at.</param>
    /// <param name="within">Gates that close so soon count too.</param>
    public static IReadOnlyList<SweptRunner> Of(RaceStandings race, Instant now, Elapsed within)
    {
        ArgumentNullException.ThrowIfNull(race);
        var until = now + within;
        var swept = new List<SweptRunner>();
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            if (OfRunner(race, runner, now) is { } found && (found.IsOver || found.Closes <= until))
            {
                swept.Add(found);
            }
        }

        return
        [
            .. swept.OrderBy(runner => runner.Gate)
                .ThenByDescending(runner => runner.LastVisit)
                .ThenBy(runner => runner.LastCrossing)
                .ThenBy(runner => runner.Runner),
        ];
    }

    private static SweptRunner? OfRunner(RaceStandings race, int runner, Instant now)
    {
        var (last, finish) = (race.LastVisitOf(runner), race.Visits.Count - 1);
        if (last < 0 || last >= finish || race.StatusOf(runner) is not (ResultStatus.OnCourse or ResultStatus.OverTimeLimit))
        {
            return null;
        }

        var isLate = race.StatusOf(runner) == ResultStatus.OverTimeLimit;
        var next = race.NextGateOf(runner);
        if (next < 0 && !isLate)
        {
            return null;
        }

        var gate = next < 0 ? finish : next;
        var (closes, crossing) = (race.ClosingOf(runner, gate), race.Visits[last].CrossingOf(runner)!.Value);
        return new SweptRunner(runner, gate, closes, last, crossing, ExpectedAt(race, runner, last, crossing, gate), isLate || closes < now);
    }

    private static Instant? ExpectedAt(RaceStandings race, int runner, int last, Instant crossing, int gate)
    {
        for (var before = last - 1; before >= 0; before--)
        {
            if (race.Visits[before].CrossingOf(runner) is not { } from || from >= crossing)
            {
                continue;
            }

            var visits = race.Race.Visits;
            var (run, left) = (visits[last].DistanceM - visits[before].DistanceM, visits[gate].DistanceM - visits[last].DistanceM);
            return new Instant(crossing.Micros + (long)((Int128)(crossing - from).Micros * left / run));
        }

        return null;
    }
}
