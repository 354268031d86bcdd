using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Awards;

/// <summary>Checks the records that a race may break.</summary>
internal static class RecordReading
{
    public static ValueList<StandingRecord> Read(Race race, string field, Violations violations)
    {
        if (race.Records.Count > AwardLimits.Records)
        {
            violations.Add(field, Reasons.RecordInvalid, $"has {race.Records.Count} records; at most {AwardLimits.Records}.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return ValueList.From(race.Records.Select((record, i) => ReadOne(record, race, $"{field}[{i}]", ids, violations)));
    }

    private static StandingRecord ReadOne(StandingRecord record, Race race, string field, HashSet<string> ids, Violations violations)
    {
        UniqueIdRule.Check(record.RecordId, $"{field}.record_id", Reasons.RecordInvalid, ids, violations);
        if (!Enum.IsDefined(record.Sex))
        {
            violations.Add($"{field}.sex", Reasons.EnumInvalid, $"{(int)record.Sex} is not known to this version.");
        }

        if (record.Time is not { Micros: > 0 } time || time > MeetLimits.TimeLimit)
        {
            violations.Add($"{field}.time", Reasons.RecordInvalid, "is missing or no time; write the record as it is shown, for example 7659s for 2:07:39.");
        }

        if (record.DivisionId.Length > 0)
        {
            DivisionRule.RequireKnown(race, record.DivisionId, $"{field}.division_id", violations);
        }

        return record with
        {
            DisplayName = TextRule.Read(record.DisplayName, MeetLimits.DisplayNameLength, $"{field}.display_name", violations),
            Country = TextRule.Read(record.Country, EntryLimits.CountryLength, $"{field}.country", violations),
            Holder = TextRule.Read(record.Holder, MeetLimits.DisplayNameLength, $"{field}.holder", violations),
            When = TextRule.Read(record.When, AwardLimits.WhenLength, $"{field}.when", violations),
        };
    }
}
