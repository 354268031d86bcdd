using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>
/// Runners with a place of whom a fact is not known that a place or a list depends on. It never keeps anybody from being
/// ranked. Of a runner who was erased nothing is missing: nobody may ask, and the entry cannot be changed any more.
/// </summary>
internal static class FactsDetector
{
    public static IEnumerable<Anomaly> Find(FieldEvidence evidence) => evidence.Races.SelectMany(Find);

    private static IEnumerable<Anomaly> Find(RaceStandings race)
    {
        var runners = Enumerable.Range(0, race.RunnerCount).Where(runner => race.LastVisitOf(runner) >= 0).Select(race.EntryOf).Where(entry => entry.Visibility != Visibility.Erased).ToList();
        var byAge = race.Race.Divisions.Any(division => division.MinAge != 0 || division.MaxAge != 0);
        var withSex = runners.Exists(entry => entry.Sex != Sex.Unknown);
        var withCountry = runners.Count(entry => entry.Country.Length > 0) * 2 > runners.Count;
        foreach (var entry in runners)
        {
            if (entry.Sex == Sex.Unknown && withSex)
            {
                yield return Missing(race, entry, AnomalyKind.MissingSex, "sex: no place by sex or division");
            }

            if (entry.Age == 0 && byAge && entry.DivisionId.Length == 0)
            {
                yield return Missing(race, entry, AnomalyKind.MissingAge, "age: no division can be found by it");
            }

            if (entry.Country.Length == 0 && withCountry)
            {
                yield return Missing(race, entry, AnomalyKind.MissingCountry, "country, which most of the field have");
            }
        }
    }

    private static Anomaly Missing(RaceStandings race, Entry entry, AnomalyKind kind, string what) => new(
        AnomalyIds.Of(kind, entry.EntryId),
        kind,
        AnomalySeverity.Notice,
        race.Race.RaceId,
        [entry.Bib],
        $"Bib {entry.Bib} has no {what}.");
}
