using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Tables;

/// <summary>Results as one JSON array with a line for each runner; what a runner does not have is left out.</summary>
internal static class JsonResults
{
    public static void Write(IReadOnlyList<ResultSheet> sheets, ExportOrder order, Stream stream)
    {
        var splits = new SplitColumns(sheets, order.Splits);
        stream.Write("["u8);
        var separator = "\n"u8.ToArray();
        foreach (var sheet in sheets)
        {
            foreach (var row in RowOrder.Of(sheet))
            {
                stream.Write(separator);
                using var json = new Utf8JsonWriter(stream);
                Write(json, sheet.Race.RaceId, row, splits, order.WithNames);
                separator = ",\n"u8.ToArray();
            }
        }

        stream.Write("\n]\n"u8);
    }

    private static void Write(Utf8JsonWriter json, string raceId, ResultRow row, SplitColumns splits, bool withNames)
    {
        json.WriteStartObject();
        json.WriteString("race", raceId);
        json.WriteString("bib", row.Entry.Bib);
        json.WriteString("status", SheetWords.Of(row.Status));
        Text(json, "sex", SheetWords.Of(row.Entry.Sex));
        Number(json, "age", row.Entry.Age);
        Text(json, "country", row.Entry.Country);
        Text(json, "division", row.DivisionId);
        Number(json, "place_overall", row.Places.Overall);
        Number(json, "place_sex", row.Places.BySex);
        Number(json, "place_division", row.Places.ByDivision);
        Time(json, "official_time_s", row.OfficialTime);
        Time(json, "gun_time_s", row.GunTime);
        Time(json, "net_time_s", row.NetTime);
        if (row.AgeGrade is { } grade)
        {
            json.WritePropertyName("age_grade_pct");
            json.WriteRawValue(grade.ToString());
        }

        Number(json, "points", row.Points ?? 0);
        json.WriteStartObject("splits");
        var times = splits.TimesOf(row);
        for (var i = 0; i < times.Length; i++)
        {
            Time(json, splits.Ids[i], times[i]);
        }

        json.WriteEndObject();
        Inferred(json, splits, row);
        if (withNames)
        {
            Text(json, "name", row.Entry.DisplayName);
            Text(json, "club", row.Entry.Club);
            Text(json, "team", row.Entry.Team);
        }

        json.WriteEndObject();
    }

    // Apart from the splits that were measured, and only where there are some.
    private static void Inferred(Utf8JsonWriter json, SplitColumns splits, ResultRow row)
    {
        var times = splits.InferredOf(row);
        if (Array.TrueForAll(times, time => time is null))
        {
            return;
        }

        json.WriteStartObject("inferred_splits");
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] is { } time)
            {
                json.WriteStartObject(splits.Ids[i]);
                Time(json, "time_s", time.Time);
                Time(json, "low_s", time.Low);
                Time(json, "high_s", time.High);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, int number)
    {
        if (number > 0)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Time(Utf8JsonWriter json, string name, Elapsed? time)
    {
        if (time is { } shown)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(FieldText.Seconds(shown));
        }
    }
}
