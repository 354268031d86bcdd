using System.Globalization;
using System.Text.RegularExpressions;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>What a race is called where its distance stands beside its name: a name that tells the distance needs no other.</summary>
internal static partial class RaceTitle
{
    public static string Name(RaceDefinition race) => race.DisplayName.Length > 0 ? race.DisplayName : race.RaceId;

    /// <summary><c>Marathon (42.195 km)</c>, <c>10 km</c>.</summary>
    public static string WithDistance(RaceDefinition race) => DistanceOf(race) is { Length: > 0 } distance ? $"{Name(race)} ({distance})" : Name(race);

    /// <summary><c>Marathon · 42.195 km</c>, <c>10 km</c>.</summary>
    public static string Heading(RaceDefinition race) => DistanceOf(race) is { Length: > 0 } distance ? $"{Name(race)} · {distance}" : Name(race);

    /// <summary>Empty: the name tells it, or the course has no length.</summary>
    private static string DistanceOf(RaceDefinition race)
    {
        var metres = ShownText.Length(race);
        return metres <= 0 || Lengths().Matches(Name(race)).Any(length => IsThat(length, metres)) ? "" : ShownText.Distance(metres);
    }

    private static bool IsThat(Match length, long metres)
    {
        var number = length.Groups["number"].Value;
        var isMetres = length.Groups["metres"].Success;

        // A comma or a space before three digits of metres parts thousands; other commas are decimal signs.
        var text = isMetres ? number.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : number.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs((isMetres ? value : value * 1000) - metres) < 1;
    }

    [GeneratedRegex(@"(?<![\p{Nd}.,])(?<number>\d{1,3}(?:[ ,]\d{3})+(?=\s?m)|\d{1,6}(?:[.,]\d{1,4})?)[\s\-]?(?:(?<kilometres>km|k|㎞|kilomet(?:er|re)s?|킬로(?:미터)?|公里)|(?<metres>met(?:er|re)s?|m|미터))(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lengths();
}
