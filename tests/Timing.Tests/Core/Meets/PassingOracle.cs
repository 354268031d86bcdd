using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>
/// Reads to passings in the slowest and plainest way, written apart from the core: sets and LINQ over everything.
/// </summary>
internal static class PassingOracle
{
    internal static SortedDictionary<string, Passing[]> Passings(
        IEnumerable<GivenRead> reads,
        IReadOnlyDictionary<string, PassingRule> rules,
        IReadOnlyDictionary<string, long> offsets)
    {
        var result = new SortedDictionary<string, Passing[]>(StringComparer.Ordinal);
        foreach (var key in reads.Distinct().GroupBy(read => (read.Point, read.Chip)))
        {
            var rule = rules[key.Key.Point];
            var times = key.Select(read => (Time: read.TimeMicros + offsets[read.Device], read.Rssi)).OrderBy(read => read.Time).ToList();
            result[$"{key.Key.Point}/{key.Key.Chip}"] = [.. Crossings(times, rule.DeadTime.Micros).Select(crossing => PassingOf(crossing, rule.TimeRule))];
        }

        return result;
    }

    private static List<List<(long Time, short Rssi)>> Crossings(List<(long Time, short Rssi)> times, long deadTime)
    {
        var crossings = new List<List<(long Time, short Rssi)>>();
        foreach (var read in times)
        {
            if (crossings.Count == 0 || read.Time - crossings[^1][^1].Time >= deadTime)
            {
                crossings.Add([]);
            }

            crossings[^1].Add(read);
        }

        return crossings;
    }

    private static Passing PassingOf(List<(long Time, short Rssi)> crossing, TimeRule rule)
    {
        var reported = crossing.Where(read => read.Rssi != 0).ToList();
        var peak = reported.Count == 0 ? (short)0 : reported.Max(read => read.Rssi);
        var time = rule switch
        {
            TimeRule.First => crossing.Min(read => read.Time),
            TimeRule.Last => crossing.Max(read => read.Time),
            _ => crossing.Where(read => read.Rssi == peak).Min(read => read.Time),
        };
        return new Passing(time, crossing.Max(read => read.Time) - crossing.Min(read => read.Time), crossing.Count, peak);
    }
}
