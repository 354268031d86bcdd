using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>What other services may know of an entry: no birth date, and wave, age and division already worked out.</summary>
public sealed record EntryFacts(
    string EntryId,
    string RaceId,
    string Bib,
    ValueList<string> Chips,
    string WaveId,
    string DisplayName,
    Sex Sex,
    int Age,
    string Country,
    string Club,
    string DivisionId,
    bool Withdrawn)
{
    /// <summary>By key.</summary>
    public ValueList<AttributeValue> Attributes { get; init; } = [];

    public string Team { get; init; } = "";

    public ValueList<RelayRunner> RelayRunners { get; init; } = [];

    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Null: country, club and attributes are there to be judged.</summary>
    public ValueList<ulong>? ConditionsMet { get; init; }

    /// <summary>The facts of an entry that is valid in the meet. A relay's name is its team's, whoever entered it.</summary>
    public static EntryFacts Of(Entry entry, MeetCatalog meet)
    {
        var race = meet.Find(entry.RaceId) ?? throw new ArgumentException($"The meet has no race '{entry.RaceId}'.", nameof(meet));
        var person = entry.Participant;
        var age = Entries.Age.Of(person, meet.Meet.RaceDay);
        var division = entry.DivisionId.Length > 0
            ? entry.DivisionId
            : race.DivisionOf(new(person.Sex, age, person.Country, person.Club, entry.Attributes));
        var facts = new EntryFacts(
            entry.EntryId,
            entry.RaceId,
            entry.Bib,
            entry.Chips,
            entry.WaveId.Length > 0 ? entry.WaveId : race.Race.Waves[0].WaveId,
            race.Race.ExchangeSplitIds.Count > 0 && entry.Team.Length > 0 ? entry.Team : NameOf(person),
            person.Sex,
            age,
            person.Country,
            person.Club,
            division,
            entry.Status == EntryStatus.Withdrawn)
        {
            Attributes = entry.Attributes,
            Team = entry.Team,
            RelayRunners = entry.RelayRunners,
            Visibility = entry.Visibility,
            ConditionsMet = entry.ConditionsMet,
        };
        return entry.Visibility == Visibility.Public ? facts : facts.Unnamed();
    }

    /// <summary>
    /// What is left when the person is not to be known: what places need, so that those of others stay right. An anonymous
    /// runner still counts for country, club and team, which Results ranks by and does not show.
    /// </summary>
    private EntryFacts Unnamed() => Visibility == Visibility.Anonymous
        ? this with { DisplayName = "", RelayRunners = [] }
        : this with { DisplayName = "", Country = "", Club = "", Team = "", RelayRunners = [] };

    private static string NameOf(Participant person) => (person.FamilyName, person.GivenName) switch
    {
        ({ Length: > 0 } family, { Length: > 0 } given) => $"{family}, {given}",
        (var family, { Length: 0 }) => family,
        (_, var given) => given,
    };
}
