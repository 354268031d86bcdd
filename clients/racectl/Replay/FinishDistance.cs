using RaceSystem.Racectl.RaceFiles;

namespace RaceSystem.Racectl.Replay;

/// <summary>
/// Tells from the times how long the course of a file was: a race file names its splits and not its distance. The
/// metres matter only as far as they must lie beyond the last split and allow the runners' speeds.
/// </summary>
internal static class FinishDistance
{
    public const long MarathonM = 42_195;

    // Median finishers of mass races run close to this, from 5 km to the marathon.
    private const double TypicalSecondsPerKm = 340;

    // Faster than any world record on the road, slower than the limit of a leg.
    private const double FastestSecondsPerKm = 130;

    private static readonly (long Metres, string RaceId, string Name)[] Standard =
    [
        (5_000, "5k", "5 km"),
        (10_000, "10k", "10 km"),
        (15_000, "15k", "15 km"),
        (16_093, "10mi", "10 Miles"),
        (20_000, "20k", "20 km"),
        (SplitColumn.HalfMarathonM, "half", "Half Marathon"),
        (25_000, "25k", "25 km"),
        (30_000, "30k", "30 km"),
        (MarathonM, "marathon", "Marathon"),
        (50_000, "50k", "50 km"),
        (100_000, "100k", "100 km"),
    ];

    private static readonly long[] CommonWithoutSplits = [5_000, 10_000, SplitColumn.HalfMarathonM, MarathonM, 100_000];

    public static long Of(RaceFile file)
    {
        var times = file.Rows.Where(row => row.Status == RaceFileStatus.Finished).Select(row => row.Official ?? row.Net ?? row.Gun).OfType<long>().Where(time => time > 0).Order().ToArray();
        var last = file.Splits.Count == 0 ? 0 : file.Splits[^1].DistanceM;
        if (times.Length == 0)
        {
            return Standard.Select(standard => standard.Metres).FirstOrDefault(metres => metres > last, last + 1000);
        }

        var estimate = last == 0 ? times[times.Length / 2] / TypicalSecondsPerKm * 1000 : EstimateFromLastSplit(file, last);
        var longest = times[0] / FastestSecondsPerKm * 1000;
        var candidates = (last == 0 ? CommonWithoutSplits : Standard.Select(standard => standard.Metres)).Where(metres => metres > last && metres <= longest).ToArray();
        return candidates.Length == 0
            ? Math.Max(last + 100, (long)longest)
            : candidates.MinBy(metres => Math.Abs(Math.Log(metres / estimate)));
    }

    /// <summary>The id and name of a race over this distance.</summary>
    public static (string RaceId, string Name) NameOf(long metres)
    {
        var known = Standard.FirstOrDefault(standard => standard.Metres == metres);
        return known.RaceId is null ? ("race", "Race") : (known.RaceId, known.Name);
    }

    private static double EstimateFromLastSplit(RaceFile file, long lastM)
    {
        var last = file.Splits.Count - 1;
        var ratios = file.Rows
            .Where(row => row.Status == RaceFileStatus.Finished && row.Splits[last] > 0)
            .Select(row => (double?)(row.Net ?? row.Official ?? row.Gun) / row.Splits[last])
            .OfType<double>()
            .Order()
            .ToArray();
        return ratios.Length == 0 ? MarathonM : Math.Max(1, ratios[ratios.Length / 2]) * lastM;
    }
}
