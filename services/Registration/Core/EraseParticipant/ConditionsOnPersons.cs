using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.EraseParticipant;

/// <summary>
/// What the rules of a meet ask of who a runner is, judged for the last time before a person is erased, so that nobody else
/// gets the award or the place in a nation's list afterwards.
/// </summary>
internal static class ConditionsOnPersons
{
    /// <summary>
    /// Ids of the conditions of divisions, awards and records that an entry meets, lowest first. Those of all races: a decision may
    /// put the runner into another one.
    /// </summary>
    public static ValueList<ulong> MetBy(Entry entry, Meet meet)
    {
        var person = entry.Participant;
        return ValueList.From(meet.Races.SelectMany(Of)
            .Where(condition => condition.Asks && condition.IsMetBy(person.Country, person.Club, entry.Attributes))
            .Select(condition => condition.Id).Distinct().Order());
    }

    private static IEnumerable<PersonCondition> Of(Race race) =>
        race.Divisions.Select(division => division.Person)
            .Concat(race.Awards.Select(award => new PersonCondition(award.Countries, [], award.Conditions)))
            .Concat(race.Records.Where(record => record.Country.Length > 0).Select(record => new PersonCondition([record.Country], [], [])));
}
