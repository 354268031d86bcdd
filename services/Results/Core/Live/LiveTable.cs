using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Live;

/// <summary>Leaders and gaps of a race by sex, division and nation, at a visit or wherever everybody is. Immutable.</summary>
public sealed class LiveTable
{
    /// <summary>Runners that are kept of a group.</summary>
    public const int MaxLeaders = 10;

    private readonly RaceStandings _race;
    private readonly int? _visit;
    private readonly Dictionary<(LiveGroupKind Kind, string Key, Sex Sex), Listing> _listings = [];

    internal LiveTable(RaceStandings race, int? visit)
    {
        (_race, _visit) = (race, visit);
        IRankedRunners ranked = visit is { } at ? race.Visits[at] : race.Live;
        foreach (var runner in ranked.Order)
        {
            Add(runner, ranked.PlacesOf(runner));
        }

        AddLists();
        Groups =
        [
            .. _listings.OrderBy(group => group.Key.Kind).ThenBy(group => OrderOf(group.Key.Kind, group.Key.Key))
                .ThenBy(group => group.Key.Kind == LiveGroupKind.Nation ? 0 : (int)group.Key.Sex).ThenBy(group => group.Value.First)
                .Select(group => new LiveGroup(group.Key.Kind, group.Key.Key, group.Key.Sex, group.Value.Places.Count, group.Value.Leaders)),
        ];
    }

    /// <summary>The race, sexes, divisions in the race's order, then nations by their first runner's place.</summary>
    public IReadOnlyList<LiveGroup> Groups { get; }

    /// <summary>The table of a race; made when first asked for.</summary>
    /// <param name="race">The snapshot.</param>
    /// <param name="visit">Where; null: everyone at the furthest visit measured, finishers first.</param>
    public static LiveTable Of(RaceStandings race, int? visit)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new LiveTables(snapshot)).At(visit);
    }

    private int OrderOf(LiveGroupKind kind, string key)
    {
        var divisions = _race.Race.Divisions;
        for (var i = 0; i < divisions.Count && kind == LiveGroupKind.Division; i++)
        {
            if (divisions[i].DivisionId == key)
            {
                return i;
            }
        }

        return 0;
    }

    private void Add(int runner, Places places)
    {
        var entry = _race.EntryOf(runner);
        if (places.Overall > 0)
        {
            Add(LiveGroupKind.Race, "", Sex.Unknown, runner, places.Overall, places.Overall);
            if (places.BySex > 0)
            {
                Add(LiveGroupKind.Sex, "", entry.Sex, runner, places.BySex, places.Overall);
            }

            if (entry.Country.Length > 0)
            {
                Add(LiveGroupKind.Nation, entry.Country, Sex.Unknown, runner, 0, places.Overall);
            }
        }

        if (places.ByDivision > 0 && _race.DivisionOf(runner) is { } division)
        {
            Add(LiveGroupKind.Division, division.DivisionId, division.RankedBySex ? entry.Sex : division.Sex, runner, places.ByDivision, places.ByDivision);
        }
    }

    /// <summary>The lists beside the divisions.</summary>
    private void AddLists()
    {
        for (var i = 0; i < _race.Race.Divisions.Count; i++)
        {
            var division = _race.Race.Divisions[i];
            if (division.Additional)
            {
                var list = _visit is { } visit ? _race.ListAt(i, visit) : _race.LiveList(i);
                foreach (var runner in list.Order)
                {
                    var place = list.PlacesOf(runner).ByDivision;
                    Add(LiveGroupKind.Division, division.DivisionId, division.RankedBySex ? _race.EntryOf(runner).Sex : division.Sex, runner, place, place);
                }
            }
        }
    }

    /// <param name="kind">Of the group.</param>
    /// <param name="key">Of the group.</param>
    /// <param name="sex">Of the group.</param>
    /// <param name="runner">Who.</param>
    /// <param name="place">In the group; 0: counted here.</param>
    /// <param name="shared">Who has the same one shares the place.</param>
    private void Add(LiveGroupKind kind, string key, Sex sex, int runner, int place, int shared)
    {
        var group = (kind, key, sex);
        if (!_listings.TryGetValue(group, out var listing))
        {
            _listings.Add(group, listing = new Listing(shared));
        }

        var counted = listing.Places.Next(shared);
        if (listing.Leaders.Count >= MaxLeaders)
        {
            return;
        }

        var own = place > 0 ? place : counted;
        var visit = _visit ?? _race.LastVisitOf(runner);
        var time = ShownAt(runner, visit)!.Value;
        listing.Leaders.Add(listing.Leaders.Count == 0
            ? new LiveRunner(runner, own, visit, time, Elapsed.Zero, null)
            : new LiveRunner(runner, own, visit, time, time - ShownAt(listing.Leaders[0].Runner, visit), time - ShownAt(listing.Leaders[^1].Runner, visit)));
    }

    private Elapsed? ShownAt(int runner, int visit) =>
        _race.Visits[visit].RankingTimeOf(runner) is { } exact ? _race.Race.Resolution.Shown(exact) : null;

    private sealed class Listing(int first)
    {
        public int First { get; } = first;

        public SharedPlaces<int> Places;

        public List<LiveRunner> Leaders { get; } = [];
    }
}
