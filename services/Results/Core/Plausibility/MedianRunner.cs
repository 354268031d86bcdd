using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// How the median runner of a field runs the course: each leg as the median of the runners' own paces takes it, at a common
/// pace: whoever was measured on a leg, fast or slow, the legs stay in proportion.
/// </summary>
internal static class MedianRunner
{
    // Seconds for a metre; any would do, as paces are only compared.
    private const double CommonPace = 0.33;

    /// <summary>Seconds from the first visit to each.</summary>
    /// <param name="race">The snapshot.</param>
    /// <param name="sample">Runners that are looked at.</param>
    /// <param name="isDead">Visits that hardly anybody was measured at: they are passed at the pace of the leg around them.</param>
    public static double[] Times(RaceStandings race, int[] sample, bool[] isDead)
    {
        double[] metres = [.. race.Race.Visits.Select(visit => (double)visit.DistanceM)];
        var own = OwnPaces(race, sample, metres);
        var median = new double[isDead.Length];
        var from = 0;
        for (var to = 1; to < median.Length; to++)
        {
            if (isDead[to] && to < median.Length - 1)
            {
                continue;
            }

            var pace = RelativeLeg(race.Visits[from], race.Visits[to], Math.Max(1, metres[to] - metres[from]), sample, own) * CommonPace;
            for (var visit = from + 1; visit <= to; visit++)
            {
                median[visit] = median[from] + (pace * Math.Max(1, metres[visit] - metres[from]));
            }

            from = to;
        }

        return median;
    }

    /// <summary>Seconds for a metre from the first to the last visit measured, by runner of the sample; NaN: measured once.</summary>
    private static double[] OwnPaces(RaceStandings race, int[] sample, double[] metres)
    {
        var path = new RunnerPath(race);
        var own = new double[sample.Length];
        for (var i = 0; i < own.Length; i++)
        {
            path.Fill(sample[i]);
            var (first, last) = (path.Visit(0), path.Visit(path.Count - 1));
            own[i] = path.Count < 2 || metres[last] <= metres[first] ? double.NaN : (path.Time(last) - path.Time(first)) / 1e6 / (metres[last] - metres[first]);
        }

        return own;
    }

    /// <summary>Median of the runners' paces on a leg over their own; 1: nobody was measured on it.</summary>
    private static double RelativeLeg(VisitStandings from, VisitStandings to, double metres, int[] sample, double[] own)
    {
        var paces = new List<double>(sample.Length);
        for (var i = 0; i < own.Length; i++)
        {
            var (start, end) = (from.Crossings[sample[i]], to.Crossings[sample[i]]);
            if (start != Moment.None && end > start && own[i] > 0)
            {
                paces.Add((end - start) / 1e6 / own[i] / metres);
            }
        }

        return paces.Count == 0 ? 1 : Quantiles.MedianOf(paces);
    }
}
