using System.Collections.Concurrent;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Live;

/// <summary>The live tables of a snapshot that somebody asked for, each made once. Safe to share between threads.</summary>
internal sealed class LiveTables(RaceStandings race)
{
    private readonly ConcurrentDictionary<int, LiveTable> _tables = new();

    public LiveTable At(int? visit) => _tables.GetOrAdd(visit ?? -1, _ => new LiveTable(race, visit));
}
