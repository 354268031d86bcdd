using CsvHelper;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Tables;

/// <summary>Results as CSV: UTF-8, LF, the columns of published race files. Several races begin each row with the race.</summary>
internal static class CsvResults
{
    private static readonly string[] Columns =
    [
        "bib", "status", "sex", "age", "country", "division", "place_overall", "place_sex", "place_division", "official_time_s", "gun_time_s", "net_time_s",
    ];

    private static readonly string[] NameColumns = ["name", "club", "team"];

    public static void Write(IReadOnlyList<ResultSheet> sheets, ExportOrder order, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        var splits = new SplitColumns(sheets, order.Splits);
        var namesRace = sheets.Count > 1;
        csv.WriteRecord([.. namesRace ? ["race"] : Array.Empty<string>(), .. Columns, .. splits.Ids.Select(id => $"split_{id}_s"), .. order.WithNames ? NameColumns : [], .. order.WithInferred ? splits.Ids.SelectMany(InferredColumns) : []]);
        foreach (var sheet in sheets)
        {
            foreach (var row in RowOrder.Of(sheet))
            {
                var fields = Fields(row, splits, order);
                csv.WriteRecord([.. namesRace ? fields.Prepend(sheet.Race.RaceId) : fields]);
            }
        }
    }

    private static string[] InferredColumns(string id) => [$"inferred_{id}_s", $"inferred_{id}_low_s", $"inferred_{id}_high_s"];

    private static IEnumerable<string> Fields(ResultRow row, SplitColumns splits, ExportOrder order)
    {
        yield return SpreadsheetText.Safe(row.Entry.Bib);
        yield return SheetWords.Of(row.Status);
        yield return SheetWords.Of(row.Entry.Sex);
        yield return FieldText.Positive(row.Entry.Age);
        yield return SpreadsheetText.Safe(row.Entry.Country);
        yield return SpreadsheetText.Safe(row.DivisionId);
        yield return FieldText.Positive(row.Places.Overall);
        yield return FieldText.Positive(row.Places.BySex);
        yield return FieldText.Positive(row.Places.ByDivision);
        yield return FieldText.Seconds(row.OfficialTime);
        yield return FieldText.Seconds(row.GunTime);
        yield return FieldText.Seconds(row.NetTime);
        foreach (var time in splits.TimesOf(row))
        {
            yield return FieldText.Seconds(time);
        }

        if (order.WithNames)
        {
            yield return SpreadsheetText.Safe(row.Entry.DisplayName);
            yield return SpreadsheetText.Safe(row.Entry.Club);
            yield return SpreadsheetText.Safe(row.Entry.Team);
        }

        foreach (var time in order.WithInferred ? splits.InferredOf(row) : [])
        {
            yield return FieldText.Seconds(time?.Time);
            yield return FieldText.Seconds(time?.Low);
            yield return FieldText.Seconds(time?.High);
        }
    }
}
