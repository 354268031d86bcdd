using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Races;
using PersonOutcomes = RaceSystem.Registration.V1.PersonOutcomes;

namespace RaceSystem.Results.Records;

/// <summary>
/// What the races of a meet ask of persons. All races count for every entry: a decision may put a runner into another race.
/// Not safe to share between threads.
/// </summary>
public sealed class MeetConditions
{
    private readonly SortedDictionary<ulong, PersonCondition> _conditions = [];
    private readonly RegistrationRecordReader _reader = new();

    /// <summary>Adds what a race asks.</summary>
    public void Add(Race race)
    {
        ArgumentNullException.ThrowIfNull(race);
        var definition = RaceRecordReading.RaceOf(race);
        var conditions = definition.Divisions.Select(division => division.Person)
            .Concat(definition.Awards.Select(award => award.Person))
            .Concat(definition.Records.Select(record => record.Person));
        foreach (var condition in conditions.Where(condition => condition.Asks))
        {
            _conditions[condition.Id] = condition;
        }
    }

    /// <summary>The conditions that an entry's person meets, or met where only that is known.</summary>
    public PersonOutcomes OutcomesOf(EntryRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entry = _reader.EntryOf(record);
        var outcomes = new PersonOutcomes();
        outcomes.Met.AddRange(_conditions.Values.Where(condition => condition.IsMetBy(entry)).Select(condition => condition.Id));
        return outcomes;
    }
}
