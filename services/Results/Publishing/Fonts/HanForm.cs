using RaceSystem.Results.Publishing.Countries;

namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>How Han characters are written; the number of the face in Noto's CJK collection.</summary>
internal enum HanForm
{
    Japanese = 0,
    Korean = 1,
    Simplified = 2,
    Traditional = 3,
}

/// <summary>Chooses the form of Han characters.</summary>
internal static class HanForms
{
    /// <summary>As they are written where a runner comes from.</summary>
    public static HanForm Of(string country) => CountryTable.CodeOf(country) switch
    {
        "JPN" => HanForm.Japanese,
        "KOR" or "PRK" => HanForm.Korean,
        "TPE" or "HKG" or "MAC" => HanForm.Traditional,
        _ => HanForm.Simplified,
    };
}
