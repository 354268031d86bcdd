using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>The latest recorded gun of every wave of a meet. Part of the state: the writer alone uses it.</summary>
internal sealed class RecordedGuns
{
    private readonly Dictionary<(string RaceId, string WaveId), (int Revision, Instant Start)> _latest = [];

    /// <summary>Grows with every change.</summary>
    internal int Version { get; private set; }

    /// <summary>Takes a record; one that is older than what is known changes nothing.</summary>
    internal void Record(string raceId, string waveId, int revision, Instant start)
    {
        if (!_latest.TryGetValue((raceId, waveId), out var known) || known.Revision < revision)
        {
            _latest[(raceId, waveId)] = (revision, start);
            Version++;
        }
    }

    /// <summary>The earliest gun among those of a race, or of its one wave; of all races for an empty id. Null: none is recorded.</summary>
    internal Instant? EarliestOf(string raceId, string waveId)
    {
        Instant? earliest = null;
        foreach (var ((race, wave), (_, start)) in _latest)
        {
            if ((raceId.Length == 0 || race == raceId) && (waveId.Length == 0 || wave == waveId) && (earliest is not { } known || start < known))
            {
                earliest = start;
            }
        }

        return earliest;
    }
}
