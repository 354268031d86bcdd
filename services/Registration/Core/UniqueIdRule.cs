namespace RaceSystem.Registration.Core;

/// <summary>Checks ids that have to be different from each other.</summary>
internal static class UniqueIdRule
{
    public static void Check(string id, string field, string reason, HashSet<string> seen, Violations violations)
    {
        IdRule.Check(id, field, violations);
        if (!seen.Add(id))
        {
            violations.Add(field, reason, $"'{id}' is there already; it is unique in its race.");
        }
    }
}
