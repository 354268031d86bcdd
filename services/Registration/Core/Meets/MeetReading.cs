using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Makes a meet from what was sent: fills in what may be left out, refuses what is wrong, naming every wrong field.</summary>
public static class MeetReading
{
    /// <exception cref="RefusalException">Something is wrong with the meet.</exception>
    public static Meet Read(MeetDraft draft)
    {
        var violations = new Violations();
        IdRule.Check(draft.MeetId, "meet.meet_id", violations);
        var displayName = TextRule.Read(draft.DisplayName, MeetLimits.DisplayNameLength, "meet.display_name", violations);
        var timeZone = TextRule.Read(draft.TimeZone, MeetLimits.TimeZoneLength, "meet.time_zone", violations);
        if (!DateOnly.TryParseExact(draft.RaceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var raceDay))
        {
            violations.Add("meet.race_day", Reasons.RaceDayInvalid, "is not a day; write it as 2025-04-06.");
        }

        var races = ReadRaces(draft.Races, violations);
        violations.Refuse();
        return new(draft.MeetId, displayName, timeZone.Length == 0 ? "UTC" : timeZone, raceDay, ValueList.From(races));
    }

    private static Race[] ReadRaces(IReadOnlyList<Race> races, Violations violations)
    {
        if (races.Count > MeetLimits.Races)
        {
            violations.Add("meet.races", Reasons.RacesInvalid, $"has {races.Count} races; at most {MeetLimits.Races}.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. races.Select((race, i) =>
            {
                if (!ids.Add(race.RaceId))
                {
                    violations.Add($"meet.races[{i}].race_id", Reasons.RacesInvalid, $"'{race.RaceId}' names an earlier race; a race id is unique in its meet.");
                }

                return RaceReading.Read(race, $"meet.races[{i}]", violations);
            }),
        ];
    }
}
