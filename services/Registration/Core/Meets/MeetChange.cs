using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>What applying a meet comes to.</summary>
/// <param name="Meet">The meet afterwards.</param>
/// <param name="MeetChanged">Whether the meet's own facts change (its name, day, zone or list of races).</param>
/// <param name="ChangedRaces">Races that are new or other than before.</param>
public sealed record MeetChange(Meet Meet, bool MeetChanged, IReadOnlyList<Race> ChangedRaces)
{
    public bool IsNothing => !MeetChanged && ChangedRaces.Count == 0;

    /// <summary>Brings a meet to the given state. Races that are left out stay. The order is that of the request when it
    /// names every race; otherwise races keep their order and new ones come last.</summary>
    /// <exception cref="RefusalException">The meet would hold too many races.</exception>
    public static MeetChange Plan(Meet? current, Meet requested)
    {
        var known = (current?.Races ?? []).ToDictionary(race => race.RaceId, StringComparer.Ordinal);
        requested = requested with { Races = ValueList.From(requested.Races.Select(race => Numbered(race, known.GetValueOrDefault(race.RaceId)))) };
        if (current is null)
        {
            return new(requested, true, requested.Races.ToArray());
        }

        var given = requested.Races.ToDictionary(race => race.RaceId, StringComparer.Ordinal);
        var races = known.Keys.All(given.ContainsKey)
            ? requested.Races
            : ValueList.From(current.Races.Select(race => given.GetValueOrDefault(race.RaceId, race)).Concat(requested.Races.Where(race => !known.ContainsKey(race.RaceId))));

        if (races.Count > MeetLimits.Races)
        {
            throw RefusalException.Invalid(Reasons.RacesInvalid, "meet.races", $"the meet would hold {races.Count} races; at most {MeetLimits.Races}.");
        }

        var meet = requested with { Races = races };
        var ownFactsChanged = meet.DisplayName != current.DisplayName
            || meet.TimeZone != current.TimeZone
            || meet.RaceDay != current.RaceDay
            || !races.Select(race => race.RaceId).SequenceEqual(current.Races.Select(race => race.RaceId));
        return new(meet, ownFactsChanged, [.. races.Where(race => !race.Equals(known.GetValueOrDefault(race.RaceId)))]);
    }

    /// <summary>A race whose rules are other than before gets the next number.</summary>
    private static Race Numbered(Race race, Race? before) => race with
    {
        RulesVersion = before is null ? 1 : before.RulesVersion + (race.SameRulesAs(before) ? 0 : 1),
    };

    /// <summary>Races whose entries have to be looked at again: those whose waves or divisions change, and all when the day
    /// changes, because ages count on it.</summary>
    public IReadOnlyList<string> TouchedRaces(Meet before)
    {
        var known = before.Races.ToDictionary(race => race.RaceId, StringComparer.Ordinal);
        return
        [
            .. Meet.Races
                .Where(race => known.TryGetValue(race.RaceId, out var old)
                    && (Meet.RaceDay != before.RaceDay || race.Waves != old.Waves || race.Divisions != old.Divisions))
                .Select(race => race.RaceId),
        ];
    }
}
