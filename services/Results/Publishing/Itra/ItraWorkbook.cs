using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Tables;

namespace RaceSystem.Results.Publishing.Itra;

/// <summary>
/// The workbook that the International Trail Running Association takes: finishers by place, then who did not finish with
/// DNF for a place. Who did not start is left out, as the association asks. Written row by row.
/// </summary>
internal static class ItraWorkbook
{
    private static readonly string[] Columns = ["Ranking", "Time", "Family name", "First name", "Gender", "Birthdate", "Nationality", "Bib number", "City"];

    public static void Write(ResultSheet sheet, Stream stream)
    {
        // A package reads back what it wrote; the export's stream is for one writer.
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(part))
            {
                WriteRows(writer, sheet);
            }

            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Results", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        content.Position = 0;
        content.CopyTo(stream);
    }

    private static void WriteRows(OpenXmlWriter writer, ResultSheet sheet)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, Columns);
        foreach (var row in RowOrder.Of(sheet).Where(row => row.Places.Overall > 0 || IsOut(row)))
        {
            var (family, given) = PersonName.Of(row.Entry);
            WriteRow(
                writer,
                row.Places.Overall > 0 ? FieldText.Positive(row.Places.Overall) : "DNF",
                row.Places.Overall > 0 && row.OfficialTime is { } time ? ShownText.Clock(time) : "",
                family,
                given,
                row.Entry.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => "" },
                "",
                CountryTable.CodeOf(row.Entry.Country),
                row.Entry.Bib,
                "");
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static bool IsOut(ResultRow row) => row.Status is ResultStatus.Dnf or ResultStatus.OverTimeLimit;

    /// <summary>Every cell is text: a spreadsheet neither runs it nor turns a bib or a time into a number.</summary>
    private static void WriteRow(OpenXmlWriter writer, params string[] cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(PlainText.Of(cell)) { Space = SpaceProcessingModeValues.Preserve }) });
        }

        writer.WriteEndElement();
    }
}
