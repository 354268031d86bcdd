using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>What differs between two standings of one race. Immutable; rows are made when asked for.</summary>
public sealed class RaceDiff
{
    private readonly (int Before, int After)[] _changed;

    private RaceDiff(RaceStandings? before, RaceStandings? after, (int Before, int After)[] changed, DiffCounts counts)
    {
        Before = before;
        After = after;
        _changed = changed;
        Counts = counts;
    }

    /// <summary>The standings on one side; null: there is no such race.</summary>
    public RaceStandings? Before { get; }

    /// <summary>The standings on the other side; null: there is no such race.</summary>
    public RaceStandings? After { get; }

    /// <summary>Runners by what differs.</summary>
    public DiffCounts Counts { get; }

    /// <summary>First places that go to somebody else.</summary>
    public IReadOnlyList<WinnerChange> Winners => Before is null || After is null || ReferenceEquals(Before, After) ? [] : RaceWinners.Compare(Before, After);

    /// <summary>Awards that somebody else wins, by the race's award rules.</summary>
    public IReadOnlyList<AwardChange> Awards => Before is null || After is null ? [] : AwardChanges.Between(Before, After);

    /// <summary>Compares two standings of a race.</summary>
    public static RaceDiff Of(RaceStandings? before, RaceStandings? after)
    {
        if (ReferenceEquals(before, after))
        {
            return new RaceDiff(before, after, [], default);
        }

        var changed = new List<(int Before, int After)>();
        var counts = new DiffCounts();
        var columns = before is not null && after is not null ? new ColumnComparison(before, after) : null;
        foreach (var pair in RunnerPairs.Of(before, after))
        {
            var differs = columns?.Differs(pair.Before, pair.After) ?? true;
            if (pair.Before < 0 || pair.After < 0)
            {
                counts = counts with { Changed = counts.Changed + 1, Joined = counts.Joined + (pair.Before < 0 ? 1 : 0), Left = counts.Left + (pair.After < 0 ? 1 : 0) };
                changed.Add(pair);
            }
            else if (differs)
            {
                counts = Count(counts, RunnerState.Of(before!, pair.Before), RunnerState.Of(after!, pair.After));
                changed.Add(pair);
            }
        }

        return new RaceDiff(before, after, InOrder(changed, after), counts);
    }

    /// <summary>Changed runners: ranked ones by their place afterwards, then the others by bib, then those who left.</summary>
    public IEnumerable<RunnerChange> Rows(int from, int count)
    {
        var columns = Before is not null && After is not null ? new ColumnComparison(Before, After) : null;
        for (var i = from; i < _changed.Length && i - from < count; i++)
        {
            var (before, after) = _changed[i];
            yield return new RunnerChange(
                after >= 0 ? After!.EntryOf(after) : Before!.EntryOf(before),
                before >= 0 ? RunnerState.Of(Before!, before) : null,
                after >= 0 ? RunnerState.Of(After!, after) : null,
                before >= 0 && after >= 0 ? columns!.SplitsOf(before, after) : []);
        }
    }

    private static DiffCounts Count(DiffCounts counts, in RunnerState before, in RunnerState after) => counts with
    {
        Changed = counts.Changed + 1,
        Status = counts.Status + (before.Status != after.Status ? 1 : 0),
        Time = counts.Time + (before.OfficialTime != after.OfficialTime ? 1 : 0),
        Place = counts.Place + (before.Places != after.Places ? 1 : 0),
    };

    private static (int Before, int After)[] InOrder(List<(int Before, int After)> changed, RaceStandings? after)
    {
        if (after is null || after.Visits.Count == 0 || changed.Count == 0)
        {
            return [.. changed];
        }

        var beforeOf = new int[after.RunnerCount];
        Array.Fill(beforeOf, NotChanged);
        foreach (var (was, now) in changed)
        {
            if (now >= 0)
            {
                beforeOf[now] = was;
            }
        }

        var ordered = new (int Before, int After)[changed.Count];
        var count = 0;
        foreach (var runner in after.Visits[^1].Order)
        {
            if (beforeOf[runner] != NotChanged)
            {
                ordered[count++] = (beforeOf[runner], runner);
                beforeOf[runner] = NotChanged;
            }
        }

        for (var runner = 0; runner < beforeOf.Length; runner++)
        {
            if (beforeOf[runner] != NotChanged)
            {
                ordered[count++] = (beforeOf[runner], runner);
            }
        }

        foreach (var pair in changed)
        {
            if (pair.After < 0)
            {
                ordered[count++] = pair;
            }
        }

        return ordered;
    }

    private const int NotChanged = -2;
}
