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
    private IReadOnlyDictionary<string, VisitPrediction> _finishes = new Dictionary<string, VisitPrediction>(StringComparer.Ordinal);
    private int _total;

    /// <summary>The rows as they are.</summary>
    public StandingsState State => new(Rows(view, splitNames, _rows.Values, finishes: _finishes), _total);

    /// <summary>Bibs of the rows of runners on the course: those whose finish can be expected.</summary>
    public IReadOnlyList<string> OnCourse { get; private set; } = [];

    /// <summary>Takes in when runners are expected at the finish, by bib, and gives the state after it.</summary>
    public StandingsState Expect(IReadOnlyDictionary<string, VisitPrediction> finishes)
    {
        _finishes = finishes;
        return State;
    }

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

        OnCourse = [.. _rows.Values.Where(row => row.Status == ResultStatus.OnCourse).Select(row => row.Bib)];
        return State;
    }

    /// <summary>Standings as lines, in the order of their places.</summary>
    public static IReadOnlyList<StandingRow> Rows(
        StandingsView view, IReadOnlyDictionary<string, string> splitNames, IEnumerable<Standing> standings, Standing? leader = null,
        IReadOnlyDictionary<string, VisitPrediction>? finishes = null)
    {
        Standing[] ordered = [.. standings
            .OrderBy(row => view.PlaceOf(row.Places) is > 0 and var place ? place : int.MaxValue)
            .ThenBy(row => row.Bib, Comparer<string>.Create(Bib.NaturalOrder))];
        leader ??= ordered.Length > 0 ? ordered[0] : null;
        return [.. ordered.Select(row => Row(view, splitNames, row, leader!, row.Status == ResultStatus.OnCourse ? finishes?.GetValueOrDefault(row.Bib) : null))];
    }

    private static StandingRow Row(StandingsView view, IReadOnlyDictionary<string, string> splitNames, Standing row, Standing leader, VisitPrediction? finish)
    {
        var moves = Moves.Of(row.HasPlacesGained ? row.PlacesGained : null);
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
            GapOf(view, row, leader),
            RaceTime.Show(row.GunTime, row.Resolution),
            RaceTime.Show(row.NetTime, row.Resolution))
        {
            Up = moves.Up,
            Down = moves.Down,
            Moved = moves.Words,
            Expected = finish switch
            {
                null => "",
                { Overdue: true } => "overdue",
                _ => RaceTime.Show(finish.OfficialTime, row.Resolution),
            },
            Between = finish is { Overdue: false, OfficialTime: not null } ? $"{RaceTime.Show(finish.LowOfficialTime, row.Resolution)}–{RaceTime.Show(finish.HighOfficialTime, row.Resolution)}" : "",
        };
    }

    // In live order each row is measured against the leader at its own point, which only Results can tell.
    private static string GapOf(StandingsView view, Standing row, Standing leader) => view.Order == StandingsOrder.Live
        ? RaceTime.Gap(row.GapToLeader, row.Resolution)
        : RaceTime.Gap(row.OfficialTime, leader.OfficialTime, row.Resolution);

    private void Put(IEnumerable<Standing> standings)
    {
        foreach (var standing in standings)
        {
            _rows[standing.EntryId] = standing;
        }
    }
}
