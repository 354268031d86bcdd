using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.EraseParticipant;

/// <summary>
/// Takes the person out of an entry. What ranks stays, so that the places of others stay right: race, bib, chips, wave, sex,
/// age in years, division, the attributes that the race's rules ask for, and which conditions of the meet the person met.
/// </summary>
public static class EntryErasure
{
    /// <summary>What is left of an entry.</summary>
    public static Entry Of(Entry entry, MeetCatalog meet)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(meet);
        var race = meet.Find(entry.RaceId) ?? throw new ArgumentException($"The meet has no race '{entry.RaceId}'.", nameof(meet));
        var facts = EntryFacts.Of(entry, meet);
        var erased = entry with
        {
            Participant = new Participant("", "", entry.Participant.Sex, null, facts.Age, "", ""),
            Attributes = Asked(entry.Attributes, race.Race),
            Team = "",
            RelayRunners = [],
            Visibility = Visibility.Erased,
            ConditionsMet = ConditionsOnPersons.MetBy(entry, meet.Meet),
        };

        // A division of a nation or club would not be found again without them.
        return EntryFacts.Of(erased, meet).DivisionId == facts.DivisionId ? erased : erased with { DivisionId = facts.DivisionId };
    }

    private static ValueList<AttributeValue> Asked(ValueList<AttributeValue> attributes, Race race)
    {
        var keys = race.Divisions.Select(division => division.Attribute?.Key)
            .Concat(race.Awards.SelectMany(award => award.Conditions.Select(condition => condition.Key)))
            .Concat(race.Teams.Select(team => team.AttributeKey))
            .ToHashSet(StringComparer.Ordinal);
        return ValueList.From(attributes.Where(attribute => keys.Contains(attribute.Key)));
    }
}
