using System.Text;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Fonts;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>Family and given name of a display name, which Registration writes as <c>Family, Given</c> where both are known.</summary>
internal static class PersonName
{
    private static readonly HashSet<string> FamilyFirst = new(["CHN", "HKG", "HUN", "KOR", "MAC", "PRK", "TPE", "VIE"], StringComparer.Ordinal);

    /// <summary>The name of a relay's team is one word, whatever commas it has.</summary>
    public static (string Family, string Given) Of(Entry entry)
    {
        var name = entry.DisplayName;
        var comma = name == entry.Team ? -1 : name.IndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? (name, "") : (name[..comma], name[(comma + 2)..]);
    }

    /// <summary>As lists print it: <c>Family, Given</c>, and where people write it without a comma, without.</summary>
    public static string Listed(Entry entry)
    {
        var (family, given) = Of(entry);
        return family.Length > 0 && given.Length > 0 && IsEastAsian(entry.DisplayName) ? family + given : entry.DisplayName;
    }

    /// <summary>As it is said and printed in a sentence: in the order that is usual where the runner comes from.</summary>
    public static string Spoken(Entry entry)
    {
        var (family, given) = Of(entry);
        if (family.Length == 0 || given.Length == 0)
        {
            return family + given;
        }

        if (IsEastAsian(entry.DisplayName))
        {
            return family + given;
        }

        return FamilyFirst.Contains(CountryTable.CodeOf(entry.Country)) ? $"{family} {given}" : $"{given} {family}";
    }

    private static bool IsEastAsian(string name) => name.EnumerateRunes().Where(Rune.IsLetter).All(rune => UnicodeRanges.IsEastAsian(rune.Value));
}
