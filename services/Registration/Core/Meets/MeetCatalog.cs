namespace RaceSystem.Registration.Core.Meets;

/// <summary>A meet with its races, waves and divisions ready to be looked up. Immutable and safe to share between threads.</summary>
public sealed class MeetCatalog
{
    private readonly Dictionary<string, RaceCatalog> _races;

    public MeetCatalog(Meet meet)
    {
        Meet = meet;
        _races = meet.Races.ToDictionary(race => race.RaceId, race => new RaceCatalog(race), StringComparer.Ordinal);
    }

    public Meet Meet { get; }

    public RaceCatalog? Find(string raceId) => _races.GetValueOrDefault(raceId);
}
