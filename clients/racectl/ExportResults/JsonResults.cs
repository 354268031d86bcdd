using System.Text;
using System.Text.Json;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>Results as one JSON array; what a runner does not have is left out.</summary>
internal static class JsonResults
{
    public static void Write(ResultTable table, TextWriter writer)
    {
        writer.Write('[');
        var separator = "\n";
        foreach (var row in table.Rows)
        {
            writer.Write(separator);
            writer.Write(Json(row, table.SplitIds));
            separator = ",\n";
        }

        writer.Write("\n]\n");
    }

    private static string Json(ResultRow row, IReadOnlyList<string> splitIds)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("race", row.RaceId);
            json.WriteString("bib", row.Bib);
            json.WriteString("status", ResultWords.Of(row.Status));
            Text(json, "sex", ResultWords.Of(row.Sex));
            Number(json, "age", row.Age > 0 ? row.Age : null);
            Text(json, "country", row.Country);
            Text(json, "division", row.Division);
            Number(json, "place_overall", row.PlaceOverall > 0 ? row.PlaceOverall : null);
            Number(json, "place_sex", row.PlaceBySex > 0 ? row.PlaceBySex : null);
            Number(json, "place_division", row.PlaceByDivision > 0 ? row.PlaceByDivision : null);
            Number(json, "official_time_s", row.Official);
            Number(json, "gun_time_s", row.Gun);
            Number(json, "net_time_s", row.Net);
            json.WriteStartObject("splits");
            for (var i = 0; i < splitIds.Count; i++)
            {
                Number(json, splitIds[i], row.Splits[i]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
