using System.Globalization;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>Results as CSV: UTF-8, LF, the columns of published race files. Several races begin each row with the race.</summary>
internal static class CsvResults
{
    private static readonly string[] Columns =
    [
        "bib", "status", "sex", "age", "country", "division", "place_overall", "place_sex", "place_division", "official_time_s", "gun_time_s", "net_time_s",
    ];

    public static void Write(ResultTable table, TextWriter writer)
    {
        using var csv = CsvText.Writer(writer);
        var namesRace = table.RaceIds.Count > 1;
        csv.WriteRecord([.. namesRace ? ["race"] : Array.Empty<string>(), .. Columns, .. table.SplitIds.Select(id => $"split_{id}_s")]);
        foreach (var row in table.Rows)
        {
            csv.WriteRecord([.. namesRace ? Fields(row).Prepend(row.RaceId) : Fields(row)]);
        }
    }

    private static IEnumerable<string> Fields(ResultRow row)
    {
        yield return row.Bib;
        yield return ResultWords.Of(row.Status);
        yield return ResultWords.Of(row.Sex);
        yield return Positive(row.Age);
        yield return row.Country;
        yield return row.Division;
        yield return Positive(row.PlaceOverall);
        yield return Positive(row.PlaceBySex);
        yield return Positive(row.PlaceByDivision);
        yield return Seconds(row.Official);
        yield return Seconds(row.Gun);
        yield return Seconds(row.Net);
        foreach (var split in row.Splits)
        {
            yield return Seconds(split);
        }
    }

    private static string Positive(int number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";

    private static string Seconds(long? seconds) => seconds?.ToString(CultureInfo.InvariantCulture) ?? "";
}
