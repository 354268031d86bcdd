using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Standings;

/// <summary>The watched rows: a snapshot with every later change applied.</summary>
internal sealed class StandingsView
{
    private readonly Dictionary<string, Standing> _rows = new(StringComparer.Ordinal);

    public int TotalCount { get; private set; }

    /// <summary>By place; runners who share one by bib, those without one last.</summary>
    public IReadOnlyList<Standing> Rows => [.. _rows.Values
        .OrderBy(row => row.Places is { Overall: > 0 } places ? places.Overall : int.MaxValue)
        .ThenBy(row => row.Bib, Comparer<string>.Create(Bib.NaturalOrder))];

    public void Apply(WatchStandingsResponse message)
    {
        switch (message.MessageCase)
        {
            case WatchStandingsResponse.MessageOneofCase.Snapshot:
                _rows.Clear();
                TotalCount = message.Snapshot.TotalCount;
                Put(message.Snapshot.Standings);
                break;
            case WatchStandingsResponse.MessageOneofCase.Change:
                foreach (var id in message.Change.RemovedEntryIds)
                {
                    _rows.Remove(id);
                }

                TotalCount = message.Change.TotalCount;
                Put(message.Change.Changed);
                break;
        }
    }

    private void Put(IEnumerable<Standing> standings)
    {
        foreach (var standing in standings)
        {
            _rows[standing.EntryId] = standing;
        }
    }
}
