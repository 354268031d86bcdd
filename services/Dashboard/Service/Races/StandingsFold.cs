using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>Folds a WatchStandings stream, a snapshot and then changes, into whole states. Not for several threads.</summary>
/// <param name="view">What is watched.</param>
/// <param name="splitNames">display_name by split_id.</param>
public sealed class StandingsFold(StandingsView view, IReadOnlyDictionary<string, string> splitNames)
{
    private readonly Dictionary<string, Standing> _rows = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Takes a message in and gives the state after it.</summary>
    public StandingsState Apply(WatchStandingsResponse message)
    {
        if (message.Snapshot is { } snapshot)
        {
            _rows.Clear();
            Put(snapshot.Standings);
            _total = snapshot.TotalCount;
        }
        else if (message.Change is { } change)
        {
            foreach (var gone in change.RemovedEntryIds)
            {
                _rows.Remove(gone);
            }

            Put(change.Changed);
            _total = change.TotalCount;
        }

        return new StandingsState(Rows(view, splitNames, _rows.Values), _total);
    }

    /// <summary>Standings as lines, in the order of their places.</summary>
    public static IReadOnlyList<StandingRow> Rows(
        StandingsView view, IReadOnlyDictionary<string, string> splitNames, IEnumerable<Standing> standings, Standing? leader = null)
    {
        Standing[] ordered = [.. standings
            .OrderBy(row => view.PlaceOf(row.Places) is > 0 and var place ? place : int.MaxValue)
            .ThenBy(row => row.Bib, Comparer<string>.Create(Bib.NaturalOrder))];
        leader ??= ordered.Length > 0 ? ordered[0] : null;
        return [.. ordered.Select(row => Row(view, splitNames, row, leader!))];
    }

    private static StandingRow Row(StandingsView view, IReadOnlyDictionary<string, string> splitNames, Standing row, Standing leader)
    {
        // In live order a gap means something only to the leader's own point.
        var comparable = view.Order != StandingsOrder.Live || row.LastSplitId == leader.LastSplitId;
        return new StandingRow(
            row.EntryId,
            Labels.Place(view.PlaceOf(row.Places)),
            row.Bib,
            Labels.Name(row.DisplayName, row.Bib),
            row.Country,
            row.Club,
            row.DivisionId,
            view.Order == StandingsOrder.Live ? splitNames.GetValueOrDefault(row.LastSplitId, row.LastSplitId) : "",
            RaceTime.Show(row.OfficialTime, row.Resolution),
            comparable ? RaceTime.Gap(row.OfficialTime, leader.OfficialTime, row.Resolution) : "",
            RaceTime.Show(row.GunTime, row.Resolution),
            RaceTime.Show(row.NetTime, row.Resolution));
    }

    private void Put(IEnumerable<Standing> standings)
    {
        foreach (var standing in standings)
        {
            _rows[standing.EntryId] = standing;
        }
    }
}
