using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>
/// The working ranks of one visit of a course: a column of times and the order they make. Only changed runners are
/// moved; a snapshot copies the columns that changed since the one before.
/// </summary>
internal sealed class VisitBoard
{
    private readonly bool _isFork;
    private long[] _crossings;
    private long[] _times;
    private int[] _order;
    private Places[] _places;
    private ChangedRunners _changed;
    private int[] _scratch;
    private bool _isShared;
    private int _ranked;
    private bool _groupsChanged;
    private FinishJudging? _judging;
    private bool _judgingChanged;
    private int[] _judged = [];
    private HashSet<int>? _apart;
    private VisitStandings? _snapshot;

    /// <param name="runners">How many there are.</param>
    /// <param name="isFork">Whether snapshots may take the columns instead of copying them.</param>
    public VisitBoard(int runners, bool isFork)
    {
        _isFork = isFork;
        _crossings = new long[runners];
        _times = new long[runners];
        Array.Fill(_crossings, Moment.None);
        Array.Fill(_times, Moment.None);
        _order = new int[runners];
        _places = new Places[runners];
        _changed = new ChangedRunners(runners);
        _scratch = new int[runners];
    }

    private VisitBoard(VisitBoard origin)
    {
        var snapshot = origin.Snapshot();
        (_isFork, _isShared, _snapshot) = (true, true, snapshot);
        (_crossings, _times, _places) = snapshot.Columns;
        (_ranked, Measured, _judging, _apart) = (origin._ranked, snapshot.MeasuredCount, origin._judging, origin._apart);
        _order = _judging is null ? snapshot.OrderColumn : [.. origin._order.AsSpan(0, _ranked)];
        _judged = _judging is null ? [] : snapshot.OrderColumn;
        (_changed, _scratch) = (new ChangedRunners(0), []);
    }

    /// <summary>Runners measured here.</summary>
    public int Measured { get; private set; }

    /// <summary>The same ranks, in columns that it shares with the latest snapshot until they change.</summary>
    public VisitBoard Fork() => new(this);

    /// <summary>The runner's crossing, or <see cref="Moment.None"/>.</summary>
    public long CrossingOf(int runner) => _crossings[runner];

    /// <summary>Sets the crossing and the time that ranks here; <see cref="Moment.None"/>: not ranked.</summary>
    public void Set(int runner, long crossing, long time)
    {
        if (_crossings[runner] == crossing && _times[runner] == time)
        {
            return;
        }

        Own();
        Measured += (crossing != Moment.None ? 1 : 0) - (_crossings[runner] != Moment.None ? 1 : 0);
        _crossings[runner] = crossing;
        _times[runner] = time;
        _changed.Add(runner);
    }

    /// <summary>The runner's groups changed: places must be counted again.</summary>
    public void MarkGroups(int runner)
    {
        if (_times[runner] != Moment.None)
        {
            Own();
            _changed.Add(runner);
            _groupsChanged = true;
        }
    }

    /// <summary>Takes the judges' order; null: time alone decides.</summary>
    public void Judge(FinishJudging? judging)
    {
        _judgingChanged |= _judging is not null || judging is not null;
        _judging = judging;
    }

    /// <summary>Orders the changed runners in and counts all places.</summary>
    public void Rerank(RankGroups groups, TimeSort sort, PlaceCounter counter)
    {
        if (_changed.Count == 0 && !_judgingChanged)
        {
            return;
        }

        Own();
        _snapshot = null;
        if (_changed.Count == 1 && !_groupsChanged && !_judgingChanged && _judging is null && groups.Ties == TieRule.ByHiddenTime)
        {
            _ranked = SingleMove.Apply(_order, _ranked, _places, groups, _changed.All[0], _times, _crossings);
            _changed.Clear();
            return;
        }

        _ranked = _changed.Count > _crossings.Length / 16
            ? sort.OrderAll(_order, _times, _crossings)
            : sort.Merge(_order, _ranked, _changed, _scratch, _times, _crossings);
        foreach (var runner in _changed.All)
        {
            _places[runner] = default;
        }

        _changed.Clear();
        _groupsChanged = false;
        _judgingChanged = false;
        CountPlaces(groups, counter);
    }

    /// <summary>An immutable copy; the same one as long as nothing changes.</summary>
    public VisitStandings Snapshot() => _snapshot ??= _isFork ? Share() : new VisitStandings(
        [.. _crossings], [.. _times], (_judging is null ? _order : _judged)[.._ranked], [.. _places], Measured, _apart);

    /// <summary>A fork is looked at once or twice: it hands its columns out and copies them only if it goes on.</summary>
    private VisitStandings Share()
    {
        _isShared = true;
        return new VisitStandings(_crossings, _times, (_judging is null ? _order : _judged)[.._ranked], _places, Measured, _apart);
    }

    private void Own()
    {
        if (!_isShared)
        {
            return;
        }

        _isShared = false;
        var runners = _crossings.Length;
        var order = GC.AllocateUninitializedArray<int>(runners);
        _order.AsSpan(0, _ranked).CopyTo(order);
        (_crossings, _times, _places, _order, _judged) = (Copy(_crossings), Copy(_times), Copy(_places), order, []);
        if (_scratch.Length != runners)
        {
            (_changed, _scratch) = (new ChangedRunners(runners), GC.AllocateUninitializedArray<int>(runners));
        }
    }

    private static T[] Copy<T>(T[] column)
    {
        var copy = GC.AllocateUninitializedArray<T>(column.Length);
        column.CopyTo(copy, 0);
        return copy;
    }

    private void CountPlaces(RankGroups groups, PlaceCounter counter)
    {
        counter.Begin(groups);
        _apart = null;
        if (_judging is not null)
        {
            CountJudged(groups, counter, _judging);
            return;
        }

        foreach (var runner in _order.AsSpan(0, _ranked))
        {
            _places[runner] = counter.Next(groups.Of[runner], _times[runner]);
        }
    }

    /// <summary>The order by time stays as it is, so that runners can be merged into it; the judges' order is one of its own.</summary>
    private void CountJudged(RankGroups groups, PlaceCounter counter, FinishJudging judging)
    {
        if (_judged.Length == 0)
        {
            _judged = new int[_order.Length];
        }

        var judged = _judged.AsSpan(0, _ranked);
        _order.AsSpan(0, _ranked).CopyTo(judged);
        _apart = judging.Apply(judged, _times);
        foreach (var runner in judged)
        {
            _places[runner] = counter.Next(groups.Of[runner], _times[runner], _apart.Contains(runner));
        }
    }
}
