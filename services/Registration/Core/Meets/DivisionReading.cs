using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Checks the divisions of a race. They may overlap: a runner goes into the first that takes him or her.</summary>
internal static class DivisionReading
{
    public static ValueList<Division> Read(IReadOnlyList<Division> divisions, string field, Violations violations)
    {
        if (divisions.Count > MeetLimits.Divisions)
        {
            violations.Add(field, Reasons.DivisionInvalid, $"has {divisions.Count} divisions; at most {MeetLimits.Divisions}.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return ValueList.From(divisions.Select((division, i) => ReadOne(division, $"{field}[{i}]", ids, violations)));
    }

    private static Division ReadOne(Division division, string field, HashSet<string> ids, Violations violations)
    {
        var id = TextRule.Read(division.DivisionId, MeetLimits.DivisionIdLength, $"{field}.division_id", violations);
        if (id.Length == 0 || !ids.Add(id))
        {
            violations.Add($"{field}.division_id", Reasons.DivisionInvalid, $"'{id}' is empty or names an earlier division; a division id has 1 to {MeetLimits.DivisionIdLength} characters and is unique in its race.");
        }

        if (!Enum.IsDefined(division.Sex))
        {
            violations.Add($"{field}.sex", Reasons.EnumInvalid, $"{(int)division.Sex} is not known to this version.");
        }

        var open = division is { MinAge: > 0, MaxAge: 0 };
        if (division.MinAge < 0 || division.MaxAge > MeetLimits.MaxAge || division.MinAge > MeetLimits.MaxAge || (!open && division.MaxAge < division.MinAge))
        {
            violations.Add($"{field}.max_age", Reasons.DivisionInvalid, $"ages {division.MinAge} to {division.MaxAge} are no range inside 0 to {MeetLimits.MaxAge}; a maximum of 0 beside a minimum means no upper end.");
        }

        if (division is { Separate: true, Additional: true })
        {
            violations.Add($"{field}.separate", Reasons.DivisionInvalid, "is set beside additional; a list beside a runner's own division cannot take the runner out of the overall places.");
        }

        return division with
        {
            Countries = DivisionRule.ReadNames(division.Countries, EntryLimits.CountryLength, $"{field}.countries", violations),
            Clubs = DivisionRule.ReadNames(division.Clubs, EntryLimits.ClubLength, $"{field}.clubs", violations),
            Attribute = division.Attribute is { } condition ? AttributeReading.Read(condition, $"{field}.attribute", violations) : null,
            DivisionId = id,
            DisplayName = TextRule.Read(division.DisplayName, MeetLimits.DisplayNameLength, $"{field}.display_name", violations),
        };
    }
}
