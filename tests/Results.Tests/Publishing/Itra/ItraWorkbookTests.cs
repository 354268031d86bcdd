using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Tests.Publishing.Itra;

public sealed class ItraWorkbookTests
{
    [Fact]
    public void Finishers_come_by_place_then_who_did_not_finish_and_nobody_else()
    {
        var sheet = SheetOf.Rows(
            SheetOf.Row("9", status: ResultStatus.Dns), SheetOf.Row("2", 2, name: "=cmd()", sex: Sex.Male, country: "DEU"), SheetOf.Row("1", 1, name: "Ri, Un\0"), SheetOf.Row("3"), SheetOf.Row("4", status: ResultStatus.Dsq));

        string[][] expected =
        [
            ["Ranking", "Time", "Family name", "First name", "Gender", "Birthdate", "Nationality", "Bib number", "City"],
            ["1", "02:13:21", "Ri", "Un", "F", "", "PRK", "1", ""],
            ["2", "02:13:22", "=cmd()", "", "M", "", "GER", "2", ""],
            ["DNF", "", "", "", "F", "", "PRK", "3", ""],
        ];
        Assert.Equal(expected, Rows(Exported.Bytes(new ExportOrder { Format = ExportFormat.ItraXlsx }, sheet)));
    }

    [Fact]
    public void The_workbook_is_valid_and_every_cell_is_text()
    {
        var bytes = Exported.Bytes(new ExportOrder { Format = ExportFormat.ItraXlsx }, SheetOf.Rows(SheetOf.Row("1", 1, name: "=1+1")));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        Assert.All(document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>(), cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
    }

    [Fact]
    public void A_workbook_holds_one_race() =>
        Assert.Equal("RACE_REQUIRED", Assert.Throws<RefusalException>(() => Exported.Bytes(new ExportOrder { Format = ExportFormat.ItraXlsx }, SheetOf.Rows(), SheetOf.Rows())).Reason);

    private static string[][] Rows(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())];
    }
}
