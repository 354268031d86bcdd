using System.Globalization;
using System.Text.Json;
using CsvHelper;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Tables;

namespace RaceSystem.Results.Publishing.RunSignup;

/// <summary>Results as RunSignup takes them: its API's body, or the columns of its result upload. Only who finished with a place.</summary>
internal static class RunSignupResults
{
    private static readonly string[] Columns =
        ["Place", "Bib", "First Name", "Last Name", "Gender", "Age", "City", "State", "Country", "Clock Time", "Chip Time", "Gender Place", "Division", "Division Place"];

    public static void WriteJson(ResultSheet sheet, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();

        // RunSignup numbers its events: an organiser who named the race by that number gets it back.
        if (long.TryParse(sheet.Race.RaceId, NumberStyles.None, CultureInfo.InvariantCulture, out var eventId))
        {
            json.WriteNumber("event_id", eventId);
        }

        json.WriteString("result_set_name", sheet.Race.DisplayName.Length > 0 ? sheet.Race.DisplayName : sheet.Race.RaceId);
        json.WriteStartArray("results");
        foreach (var row in Placed(sheet))
        {
            json.WriteStartObject();
            if (long.TryParse(row.Entry.AttributeOf("runsignup_registration_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var registration))
            {
                json.WriteNumber("registration_id", registration);
            }

            json.WriteString("bib_num", row.Entry.Bib);
            json.WriteNumber("place", row.Places.Overall);
            Time(json, "clock_time", row.GunTime);
            Time(json, "chip_time", row.NetTime ?? row.GunTime);
            json.WriteEndObject();
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteCsv(ResultSheet sheet, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(Columns);
        foreach (var row in Placed(sheet))
        {
            var (family, given) = PersonName.Of(row.Entry);
            csv.WriteRecord(
            [
                FieldText.Positive(row.Places.Overall), SpreadsheetText.Safe(row.Entry.Bib), SpreadsheetText.Safe(given), SpreadsheetText.Safe(family),
                SheetWords.Of(row.Entry.Sex), FieldText.Positive(row.Entry.Age), "", "", SpreadsheetText.Safe(row.Entry.Country),
                Text(row.GunTime), Text(row.NetTime ?? row.GunTime), FieldText.Positive(row.Places.BySex), SpreadsheetText.Safe(row.DivisionId), FieldText.Positive(row.Places.ByDivision),
            ]);
        }
    }

    private static IEnumerable<ResultRow> Placed(ResultSheet sheet) => RowOrder.Of(sheet).Where(row => row is { Status: ResultStatus.Finished, Places.Overall: > 0 });

    private static void Time(Utf8JsonWriter json, string name, Kernel.Elapsed? time)
    {
        if (time is not null)
        {
            json.WriteString(name, Text(time));
        }
    }

    /// <summary><c>01:23:45.00</c></summary>
    private static string Text(Kernel.Elapsed? time) => time is { } shown
        ? string.Create(CultureInfo.InvariantCulture, $"{shown.Micros / 3_600_000_000:00}:{shown.Micros / 60_000_000 % 60:00}:{shown.Micros / 1_000_000 % 60:00}.{shown.Micros / 10_000 % 100:00}")
        : "";
}
