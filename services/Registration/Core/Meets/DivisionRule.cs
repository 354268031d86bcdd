namespace RaceSystem.Registration.Core.Meets;

/// <summary>What rules of a race say about its divisions and who belongs to them.</summary>
internal static class DivisionRule
{
    public static void RequireKnown(Race race, string divisionId, string field, Violations violations)
    {
        if (!race.Divisions.Any(division => string.Equals(division.DivisionId, divisionId, StringComparison.Ordinal)))
        {
            violations.Add(field, Reasons.DivisionUnknown, $"'{divisionId}' is no division of race '{race.RaceId}'.");
        }
    }

    /// <summary>Countries or clubs that are asked for.</summary>
    public static ValueList<string> ReadNames(ValueList<string> names, int maxLength, string field, Violations violations)
    {
        if (names.Count > MeetLimits.DivisionNames)
        {
            violations.Add(field, Reasons.DivisionInvalid, $"has {names.Count} names; at most {MeetLimits.DivisionNames}.");
            return [];
        }

        return ValueList.From(names.Select((name, i) =>
        {
            var read = TextRule.Read(name, maxLength, $"{field}[{i}]", violations);
            if (read.Length == 0)
            {
                violations.Add($"{field}[{i}]", Reasons.DivisionInvalid, "is empty; name one or leave it out.");
            }

            return read;
        }));
    }
}
