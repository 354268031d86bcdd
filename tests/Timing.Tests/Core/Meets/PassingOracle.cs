using System.Numerics;
using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>
/// Reads to passings in the slowest and plainest way, written apart from the core: sets and LINQ over everything, fractions
/// instead of determinants.
/// </summary>
internal static class PassingOracle
{
    internal static SortedDictionary<string, Passing[]> Passings(
        IEnumerable<GivenRead> reads,
        IReadOnlyDictionary<string, PassingRule> rules,
        IReadOnlyDictionary<string, GivenDevice> devices)
    {
        var result = new SortedDictionary<string, Passing[]>(StringComparer.Ordinal);
        foreach (var key in reads.Distinct().GroupBy(read => (read.Point, read.Chip)))
        {
            var rule = rules[key.Key.Point];
            var counting = key
                .Where(read => !devices[read.Device].Held.Any(range => read.TimeMicros >= range.FromMicros && read.TimeMicros <= range.ToMicros))
                .Select(read => new TrueRead(TrueTime(read.TimeMicros, devices[read.Device]), read.Rssi, devices[read.Device].IsBackup))
                .OrderBy(read => read.Time)
                .ToList();
            result[$"{key.Key.Point}/{key.Key.Chip}"] =
                [.. Crossings(counting, rule.DeadTime.Micros).Select(crossing => PassingOf(crossing, rule)).Where(passing => passing.TimeMicros >= rule.NotBeforeMicros)];
        }

        return result;
    }

    internal static long TrueTime(long time, GivenDevice device) =>
        time + device.Offset + device.Corrections
            .Where(correction => time >= correction.FromMicros && time < correction.ToMicros)
            .Sum(correction => correction.OffsetMicros + (long)Math.Floor(((decimal)correction.DriftPpb * (time - correction.ReferenceMicros) / 1_000_000_000m) + 0.5m));

    /// <summary>The vertex of the weighted parabola, by elimination with fractions; null without a proper peak.</summary>
    internal static long? FittedPeak(IReadOnlyList<(long Time, short Rssi)> reads)
    {
        var reported = reads.Where(read => read.Rssi != 0).ToList();
        if (reported.Count == 0)
        {
            return null;
        }

        var peak = reported.Max(read => read.Rssi);
        var centre = reported.Where(read => read.Rssi == peak).Min(read => read.Time);
        var near = reported.Where(read => Math.Abs(read.Time - centre) <= 1_500_000).ToList();
        if (near.DistinctBy(read => read.Time).Count() < 3)
        {
            return null;
        }

        var origin = near.Min(read => read.Time);
        var rows = new BigInteger[3, 4];
        foreach (var (time, rssi) in near)
        {
            BigInteger weight = Math.Max(1, 31 - (peak - rssi)), x = time - origin;
            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 3; column++)
                {
                    rows[row, column] += weight * BigInteger.Pow(x, 4 - row - column);
                }

                rows[row, 3] += weight * BigInteger.Pow(x, 2 - row) * rssi;
            }
        }

        Eliminate(rows);

        // Now a = rows[0,3] / rows[0,0] and b = rows[1,3] / rows[1,1].
        BigInteger a = rows[0, 3] * rows[1, 1], b = rows[1, 3] * rows[0, 0];
        if ((a * (rows[0, 0] * rows[1, 1])).Sign >= 0)
        {
            return null;
        }

        // −b / 2a, to the nearest, a half upwards: compared with every candidate around.
        var guess = origin + (long)(-b / (2 * a));
        var vertex = Enumerable.Range(-2, 5).Select(i => guess + i).Last(micros => Rounds(micros - origin, -b, 2 * a));
        return vertex >= near.Min(read => read.Time) && vertex <= near.Max(read => read.Time) ? vertex : null;
    }

    /// <summary>Whether whole − ½ ≤ dividend / divisor.</summary>
    private static bool Rounds(long whole, BigInteger dividend, BigInteger divisor) =>
        divisor.Sign > 0 ? ((2 * (BigInteger)whole) - 1) * divisor <= 2 * dividend : ((2 * (BigInteger)whole) - 1) * divisor >= 2 * dividend;

    private static void Eliminate(BigInteger[,] rows)
    {
        for (var pivot = 0; pivot < 3; pivot++)
        {
            for (var row = 0; row < 3; row++)
            {
                if (row == pivot)
                {
                    continue;
                }

                var factor = rows[row, pivot];
                for (var column = 0; column < 4; column++)
                {
                    rows[row, column] = (rows[row, column] * rows[pivot, pivot]) - (rows[pivot, column] * factor);
                }
            }
        }
    }

    private static List<List<TrueRead>> Crossings(List<TrueRead> reads, long deadTime)
    {
        var crossings = new List<List<TrueRead>>();
        foreach (var read in reads)
        {
            if (crossings.Count == 0 || read.Time - crossings[^1][^1].Time >= deadTime)
            {
                crossings.Add([]);
            }

            crossings[^1].Add(read);
        }

        return crossings;
    }

    private static Passing PassingOf(List<TrueRead> crossing, PassingRule rule)
    {
        var mains = crossing.Where(read => !read.IsBackup).ToList();
        var deciding = mains.Count > 0 ? mains : crossing;
        var time = rule.TimeRule switch
        {
            TimeRule.First => deciding.Min(read => read.Time),
            TimeRule.Last => deciding.Max(read => read.Time),
            TimeRule.FittedPeak => FittedPeak([.. deciding.Select(read => (read.Time, read.Rssi))]) ?? StrongestOf(deciding),
            _ => StrongestOf(deciding),
        };
        return new Passing(
            time + rule.AntennaShift.Micros,
            crossing.Max(read => read.Time) - crossing.Min(read => read.Time),
            crossing.Count,
            PeakOf(crossing));
    }

    private static long StrongestOf(List<TrueRead> reads) => reads.Where(read => read.Rssi == PeakOf(reads)).Min(read => read.Time);

    private static short PeakOf(List<TrueRead> reads) =>
        reads.Where(read => read.Rssi != 0).Select(read => read.Rssi).DefaultIfEmpty((short)0).Max();

    private readonly record struct TrueRead(long Time, short Rssi, bool IsBackup);
}
