using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.EraseParticipant;

/// <summary>
/// What the rules of a meet ask of who a runner is: country, club, attributes. Judged for the last time before a person is
/// erased, so that no later version gives the award or the place in a nation's list to somebody else.
/// </summary>
internal static class ConditionsOnPersons
{
    /// <summary>
    /// Ids of the conditions of divisions, awards and records that an entry meets, lowest first. Those of all races: a decision may
    /// put the runner into another one.
    /// </summary>
    public static ValueList<ulong> MetBy(Entry entry, Meet meet)
    {
        var met = new SortedSet<ulong>();
        foreach (var (countries, clubs, attributes) in meet.Races.SelectMany(Of))
        {
            if (countries.Count + clubs.Count + attributes.Count > 0 && IsMet(entry, countries, clubs, attributes))
            {
                met.Add(PersonConditionId.Of(countries, clubs, attributes.Select(attribute => (attribute.Key, (IReadOnlyList<string>)attribute.Values, attribute.Negated))));
            }
        }

        return ValueList.From(met);
    }

    private static IEnumerable<(ValueList<string> Countries, ValueList<string> Clubs, ValueList<AttributeCondition> Attributes)> Of(Race race) =>
        race.Divisions.Select(division => (division.Countries, division.Clubs, division.Attribute is { } attribute ? [attribute] : default(ValueList<AttributeCondition>)))
            .Concat(race.Awards.Select(award => (award.Countries, default(ValueList<string>), award.Conditions)))
            .Concat(race.Records.Where(record => record.Country.Length > 0).Select(record => (ValueList.From([record.Country]), default(ValueList<string>), default(ValueList<AttributeCondition>))));

    private static bool IsMet(Entry entry, ValueList<string> countries, ValueList<string> clubs, ValueList<AttributeCondition> attributes) =>
        (countries.Count == 0 || countries.Contains(entry.Participant.Country, StringComparer.Ordinal))
        && (clubs.Count == 0 || clubs.Contains(entry.Participant.Club, StringComparer.Ordinal))
        && attributes.All(attribute => attribute.IsMetBy(entry.Attributes));
}
