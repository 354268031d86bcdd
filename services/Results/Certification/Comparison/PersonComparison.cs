using System.Text.Json;
using RaceSystem.Results.Certification.People;

namespace RaceSystem.Results.Certification.Comparison;

/// <summary>Compares who a row was of in two versions: name, country, club … where both may be shown.</summary>
public static class PersonComparison
{
    /// <summary>The members that are different, as <c>person.&lt;member&gt;</c>; none where one of the two is not shown.</summary>
    public static IReadOnlyList<FieldDifference> Of(PersonOpening? before, PersonOpening? after)
    {
        if (before is null || after is null)
        {
            return [];
        }

        var (old, now) = (MembersOf(before), MembersOf(after));
        return
        [
            .. from name in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let difference = new FieldDifference($"person.{name}", old.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""))
               where difference.Before != difference.After
               select difference,
        ];
    }

    private static Dictionary<string, string> MembersOf(PersonOpening opening)
    {
        using var document = JsonDocument.Parse(opening.Person);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.Ordinal);
    }
}
