using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>An inferred time with the ends of its 90 % interval, exact or as shown.</summary>
/// <param name="Time">Most likely.</param>
/// <param name="Low">Shortest.</param>
/// <param name="High">Longest.</param>
public sealed record InferredTime(Elapsed Time, Elapsed Low, Elapsed High)
{
    /// <summary>
    /// An inferred split as a time that counts from where the runner's measured times count; null: they count from nothing.
    /// </summary>
    /// <param name="race">The snapshot.</param>
    /// <param name="runner">Whose.</param>
    /// <param name="visit">Where it was missed.</param>
    /// <param name="split">When it is likely to have been.</param>
    /// <param name="timeOf">A measured time of the runner at a visit.</param>
    public static InferredTime? Of(Standings.RaceStandings race, int runner, int visit, InferredSplit split, Func<int, int, Elapsed?> timeOf)
    {
        ArgumentNullException.ThrowIfNull(race);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(timeOf);
        var measured = visit - 1;
        while (measured >= 0 && race.Visits[measured].CrossingOf(runner) is null)
        {
            measured--;
        }

        for (var later = visit + 1; measured < 0 && later < race.Visits.Count; later++)
        {
            measured = race.Visits[later].CrossingOf(runner) is null ? -1 : later;
        }

        return measured >= 0 && timeOf(runner, measured) is { } time && race.Visits[measured].CrossingOf(runner) is { } crossing
            ? new InferredTime(time + (split.Time - crossing), time + (split.Low - crossing), time + (split.High - crossing))
            : null;
    }

    /// <summary>As the race shows times.</summary>
    public InferredTime Shown(TimeResolution resolution) => new(resolution.Shown(Time), resolution.Shown(Low), resolution.Shown(High));
}
