using System.Diagnostics.CodeAnalysis;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Meets;

/// <summary>
/// Snapshots of races that page tokens name, kept 60 s so that all pages of a list are of one moment. Bounded: when the
/// columns that no later snapshot shares grow over a limit, the oldest go earlier. Safe to use from several threads.
/// </summary>
internal sealed class SnapshotPins(TimeProvider time)
{
    /// <summary>How long a snapshot is kept after a token of it was given.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    /// <summary>Most memory of a meet's kept snapshots.</summary>
    public const long MaxBytes = 64L << 20;

    private const int MaxCount = 600;
    private readonly Lock _use = new();
    private readonly List<Pin> _pins = [];

    /// <summary>Keeps a race's snapshot.</summary>
    public void Keep(long version, RaceStandings race)
    {
        lock (_use)
        {
            _pins.RemoveAll(pin => pin.Version == version && pin.Race.Race.RaceId == race.Race.RaceId);
            _pins.Add(new Pin(version, race, time.GetUtcNow() + Lifetime));
            ForgetOld();
            while (_pins.Count > 1 && (_pins.Count > MaxCount || Bytes() > MaxBytes))
            {
                _pins.RemoveAt(0);
            }
        }
    }

    /// <summary>Finds a kept snapshot.</summary>
    public bool TryFind(long version, string raceId, [NotNullWhen(true)] out RaceStandings? race)
    {
        lock (_use)
        {
            ForgetOld();
            race = _pins.Find(pin => pin.Version == version && pin.Race.Race.RaceId == raceId)?.Race;
            return race is not null;
        }
    }

    /// <summary>Lets go of what is too old.</summary>
    public void Forget()
    {
        lock (_use)
        {
            ForgetOld();
        }
    }

    private void ForgetOld()
    {
        var now = time.GetUtcNow();
        _pins.RemoveAll(pin => pin.Until <= now);
    }

    private long Bytes()
    {
        var columns = new HashSet<VisitStandings>(ReferenceEqualityComparer.Instance);
        return _pins.SelectMany(pin => pin.Race.Visits).Where(columns.Add).Sum(visit => visit.SizeBytes);
    }

    private sealed record Pin(long Version, RaceStandings Race, DateTimeOffset Until);
}
