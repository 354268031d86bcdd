using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>Who is who in two standings of a race.</summary>
internal static class RunnerPairs
{
    /// <summary>Runners of both, by entry; -1 on the side where the runner is missing.</summary>
    public static IEnumerable<(int Before, int After)> Of(RaceStandings? before, RaceStandings? after)
    {
        if (before is null || after is null)
        {
            return before is not null
                ? Enumerable.Range(0, before.RunnerCount).Select(runner => (runner, -1))
                : Enumerable.Range(0, after?.RunnerCount ?? 0).Select(runner => (-1, runner));
        }

        return AreSame(before, after) ? Enumerable.Range(0, after.RunnerCount).Select(runner => (runner, runner)) : ByEntry(before, after);
    }

    private static bool AreSame(RaceStandings before, RaceStandings after)
    {
        var same = before.RunnerCount == after.RunnerCount;
        for (var runner = 0; same && runner < after.RunnerCount; runner++)
        {
            var (was, now) = (before.EntryOf(runner), after.EntryOf(runner));
            same = ReferenceEquals(was, now) || string.Equals(was.EntryId, now.EntryId, StringComparison.Ordinal);
        }

        return same;
    }

    private static IEnumerable<(int Before, int After)> ByEntry(RaceStandings before, RaceStandings after)
    {
        var left = new Dictionary<string, int>(before.RunnerCount, StringComparer.Ordinal);
        for (var runner = 0; runner < before.RunnerCount; runner++)
        {
            left[before.EntryOf(runner).EntryId] = runner;
        }

        for (var runner = 0; runner < after.RunnerCount; runner++)
        {
            yield return left.Remove(after.EntryOf(runner).EntryId, out var was) ? (was, runner) : (-1, runner);
        }

        foreach (var runner in left.Values.Order())
        {
            yield return (runner, -1);
        }
    }
}
