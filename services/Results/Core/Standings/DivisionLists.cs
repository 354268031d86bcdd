using System.Collections.Concurrent;

namespace RaceSystem.Results.Core.Standings;

/// <summary>The additional lists of a snapshot that somebody asked for, each made once. Safe to share between threads.</summary>
internal sealed class DivisionLists(RaceStandings race)
{
    private const int Live = -1;
    private readonly ConcurrentDictionary<(int Division, int Visit), DivisionList> _lists = new();

    public DivisionList At(int division, int visit) =>
        _lists.GetOrAdd((division, visit), key => new DivisionList(race, race.Race.Divisions[key.Division], race.Visits[key.Visit]));

    public DivisionList LiveOf(int division) =>
        _lists.GetOrAdd((division, Live), key => new DivisionList(race, race.Race.Divisions[key.Division], race.Live));
}
