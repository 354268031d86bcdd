using RaceSystem.Kernel;

namespace RaceSystem.Racectl.Replay;

/// <summary>
/// Chooses the exact times behind published ones: rounding up gives the published second, and inside one second the
/// order is that of the places. Runners with one place and one second share one hidden time.
/// </summary>
internal static class HiddenTimes
{
    /// <summary>Hidden times stand on this grid, in microseconds, where a second has room for all its runners.</summary>
    public const long GridMicros = 10_000;

    /// <summary>Hidden times in microseconds, one for each published time; null stays null.</summary>
    public static long?[] Assign(IReadOnlyList<PublishedTime?> times)
    {
        var hidden = new long?[times.Count];
        var seconds = Enumerable.Range(0, times.Count)
            .Where(i => times[i] is not null)
            .GroupBy(i => times[i]!.Value.Seconds);
        foreach (var second in seconds)
        {
            AssignSecond(times, second, hidden);
        }

        return hidden;
    }

    private static void AssignSecond(IReadOnlyList<PublishedTime?> times, IGrouping<long, int> second, long?[] hidden)
    {
        // Stable: runners without a place follow, in the file's order.
        var order = second.OrderBy(i => times[i]!.Value.Place ?? int.MaxValue).ToArray();
        var ranks = new int[order.Length];
        for (var i = 1; i < order.Length; i++)
        {
            var place = times[order[i]]!.Value.Place;
            ranks[i] = ranks[i - 1] + (place is not null && place == times[order[i - 1]]!.Value.Place ? 0 : 1);
        }

        var count = ranks[^1] + 1L;
        var grid = GridFor(count);
        var slots = Instant.MicrosPerSecond / grid;
        var before = (second.Key - 1) * Instant.MicrosPerSecond;
        for (var i = 0; i < order.Length; i++)
        {
            // Evenly over the slots 1 … slots: strictly increasing because there are at least as many slots as ranks.
            hidden[order[i]] = before + (grid * (slots * (ranks[i] + 1) / count));
        }
    }

    private static long GridFor(long count)
    {
        var grid = GridMicros;
        while (count > Instant.MicrosPerSecond / grid && grid > 1)
        {
            grid /= 10;
        }

        return grid;
    }
}
