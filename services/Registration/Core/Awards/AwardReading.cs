using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Awards;

/// <summary>Checks the awards of a race.</summary>
internal static class AwardReading
{
    public static ValueList<AwardRule> Read(Race race, string field, Violations violations)
    {
        if (race.Awards.Count > AwardLimits.Awards)
        {
            violations.Add(field, Reasons.AwardInvalid, $"has {race.Awards.Count} awards; at most {AwardLimits.Awards}.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return ValueList.From(race.Awards.Select((award, i) => ReadOne(award, race, $"{field}[{i}]", ids, violations)));
    }

    private static AwardRule ReadOne(AwardRule award, Race race, string field, HashSet<string> ids, Violations violations)
    {
        UniqueIdRule.Check(award.AwardId, $"{field}.award_id", Reasons.AwardInvalid, ids, violations);
        if (award.Depth is < 1 or > AwardLimits.Depth)
        {
            violations.Add($"{field}.depth", Reasons.AwardInvalid, $"is {award.Depth}; an award goes to the first 1 to {AwardLimits.Depth}.");
        }

        if (!Enum.IsDefined(award.Basis) || !Enum.IsDefined(award.Sex))
        {
            violations.Add(field, Reasons.EnumInvalid, $"basis {(int)award.Basis} with sex {(int)award.Sex} is not known to this version.");
        }

        for (var i = 0; i < award.DivisionIds.Count; i++)
        {
            DivisionRule.RequireKnown(race, award.DivisionIds[i], $"{field}.division_ids[{i}]", violations);
        }

        return award with
        {
            DisplayName = TextRule.Read(award.DisplayName, MeetLimits.DisplayNameLength, $"{field}.display_name", violations),
            Countries = DivisionRule.ReadNames(award.Countries, EntryLimits.CountryLength, $"{field}.countries", violations),
            Conditions = AttributeReading.Read(award.Conditions, $"{field}.conditions", violations),
        };
    }
}
