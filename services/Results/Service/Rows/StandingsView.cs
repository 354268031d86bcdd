using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Rows;

/// <summary>The part of a race's standings that a filter asks for, in order.</summary>
internal sealed class StandingsView
{
    private readonly StandingsFilter _filter;

    /// <exception cref="RefusalException">The filter contradicts itself (<c>FILTER_INVALID</c>).</exception>
    public StandingsView(StandingsFilter? filter)
    {
        _filter = filter ?? new StandingsFilter();
        if (_filter.Live && _filter.SplitId.Length > 0)
        {
            throw RefusalException.Invalid("FILTER_INVALID", "filter.split_id", "must be empty when live is set: live standings are of no single split.");
        }
    }

    /// <summary>Names the filter, so that a page token of another one is refused.</summary>
    public string Scope => $"{_filter.SplitId}/{(int)_filter.Sex}/{_filter.DivisionId}/{_filter.Live}";

    /// <summary>Refuses a filter that names what the race does not have.</summary>
    /// <exception cref="RefusalException"><c>SPLIT_UNKNOWN</c> or <c>DIVISION_UNKNOWN</c>.</exception>
    public void Require(RaceDefinition race)
    {
        if (_filter.SplitId.Length > 0 && race.FindVisit(_filter.SplitId) < 0)
        {
            throw RefusalException.NotFound("SPLIT_UNKNOWN", $"There is no split '{_filter.SplitId}' in race '{race.RaceId}'.");
        }

        if (_filter.DivisionId.Length > 0 && !race.Divisions.Any(division => division.DivisionId == _filter.DivisionId))
        {
            throw RefusalException.NotFound("DIVISION_UNKNOWN", $"There is no division '{_filter.DivisionId}' in race '{race.RaceId}'.");
        }
    }

    /// <summary>Ranked runners under the filter.</summary>
    public int Count(RaceStandings race)
    {
        if (Ranked(race) is not { } ranked)
        {
            return 0;
        }

        if (_filter is { Sex: Registration.V1.Sex.Unspecified, DivisionId.Length: 0 } && !race.Race.Divisions.Any(division => division.Separate))
        {
            return ranked.Order.Length;
        }

        var count = 0;
        foreach (var runner in ranked.Order)
        {
            count += Takes(race, ranked, runner) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Up to <paramref name="limit"/> rows from a position in the order.</summary>
    /// <param name="race">The snapshot.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="limit">Most rows.</param>
    /// <param name="next">Position of the first row that is left; -1 when there is none.</param>
    public List<Standing> Rows(RaceStandings race, int from, int limit, out int next)
    {
        next = -1;
        var rows = new List<Standing>();
        if (Ranked(race) is not { } ranked)
        {
            return rows;
        }

        var order = ranked.Order;
        var moves = _filter.WithMoves ? new RowMoves(race, FirstOf(race, ranked)) : null;
        for (var position = from; position < order.Length; position++)
        {
            var runner = order[position];
            if (!Takes(race, ranked, runner))
            {
                continue;
            }

            if (rows.Count == limit)
            {
                next = position;
                break;
            }

            var visit = _filter.Live ? race.LastVisitOf(runner) : Visit(race);
            var row = StandingRows.Of(race, runner, visit, ranked.PlacesOf(runner));
            moves?.AddTo(row, runner, visit);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Who leads the view; there is one when any row is taken.</summary>
    private int FirstOf(RaceStandings race, IRankedRunners ranked)
    {
        foreach (var runner in ranked.Order)
        {
            if (Takes(race, ranked, runner))
            {
                return runner;
            }
        }

        return -1;
    }

    /// <summary>The order asked for; null while the race has no usable course, or no longer the split or the list.</summary>
    private IRankedRunners? Ranked(RaceStandings race)
    {
        var list = AdditionalList(race.Race);
        if (_filter.Live)
        {
            return race.Visits.Count == 0 ? null : list >= 0 ? race.LiveList(list) : race.Live;
        }

        var visit = Visit(race);
        return visit < 0 ? null : list >= 0 ? race.ListAt(list, visit) : race.Visits[visit];
    }

    private int Visit(RaceStandings race) =>
        race.Visits.Count == 0 ? -1 : _filter.SplitId.Length == 0 ? race.Visits.Count - 1 : race.Race.FindVisit(_filter.SplitId);

    /// <summary>Index of the list beside the divisions that is asked for, or -1.</summary>
    private int AdditionalList(RaceDefinition race)
    {
        for (var i = 0; i < race.Divisions.Count && _filter.DivisionId.Length > 0; i++)
        {
            if (race.Divisions[i].Additional && race.Divisions[i].DivisionId == _filter.DivisionId)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Without a division only who has a place among all: separate divisions are asked for by name.</summary>
    private bool Takes(RaceStandings race, IRankedRunners ranked, int runner)
    {
        if (_filter.Sex != Registration.V1.Sex.Unspecified && (int)race.EntryOf(runner).Sex != (int)_filter.Sex)
        {
            return false;
        }

        var places = ranked.PlacesOf(runner);
        return _filter.DivisionId.Length == 0
            ? places.Overall > 0
            : places.ByDivision > 0 && (ranked is DivisionList || race.DivisionOf(runner)?.DivisionId == _filter.DivisionId);
    }
}
