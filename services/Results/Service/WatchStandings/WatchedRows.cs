using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.WatchStandings;

/// <summary>The rows one consumer has, to tell it only what is different.</summary>
internal sealed class WatchedRows(StandingsView view, int top)
{
    private Dictionary<string, Standing> _rows = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>The rows as they are.</summary>
    public StandingsSnapshot Begin(RaceStandings race, long version)
    {
        var rows = Take(race);
        var snapshot = new StandingsSnapshot { TotalCount = _total, SnapshotVersion = version };
        snapshot.Standings.AddRange(rows);
        _rows = rows.ToDictionary(row => row.EntryId, StringComparer.Ordinal);
        return snapshot;
    }

    /// <summary>What is different from the rows told last; null when nothing is.</summary>
    public StandingsChange? Change(RaceStandings race, long version)
    {
        var total = _total;
        var rows = Take(race);
        var change = new StandingsChange { TotalCount = _total, SnapshotVersion = version };
        change.Changed.AddRange(rows.Where(row => !_rows.TryGetValue(row.EntryId, out var before) || !before.Equals(row)));
        var now = rows.ToDictionary(row => row.EntryId, StringComparer.Ordinal);
        change.RemovedEntryIds.AddRange(_rows.Keys.Where(entryId => !now.ContainsKey(entryId)).Order(StringComparer.Ordinal));
        _rows = now;
        return change.Changed.Count > 0 || change.RemovedEntryIds.Count > 0 || total != _total ? change : null;
    }

    private List<Standing> Take(RaceStandings race)
    {
        _total = view.Count(race);
        return view.Rows(race, 0, top, out _);
    }
}
