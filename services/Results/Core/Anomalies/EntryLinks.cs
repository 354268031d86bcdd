using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>What makes it likely that two runners had each other's bib in their hands.</summary>
internal static class EntryLinks
{
    /// <summary>Bibs given out together, or a club, team or family name in common.</summary>
    public static bool AreLinked(Entry one, Entry other) =>
        (one.Club.Length > 0 && one.Club == other.Club)
        || (one.Team.Length > 0 && one.Team == other.Team)
        || AreNeighbours(one, other)
        || (FamilyOf(one) is { Length: > 0 } name && name == FamilyOf(other));

    /// <summary>Bibs that follow each other.</summary>
    public static bool AreNeighbours(Entry one, Entry other) =>
        long.TryParse(one.Bib, out var first) && long.TryParse(other.Bib, out var second) && Math.Abs(first - second) == 1;

    /// <summary>Registration writes <c>Family, Given</c>; of a name in one piece the last word is taken.</summary>
    private static string FamilyOf(Entry entry) => entry.DisplayName.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
        ? entry.DisplayName[..comma]
        : entry.DisplayName.Split(' ')[^1];
}
