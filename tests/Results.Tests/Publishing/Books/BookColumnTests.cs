using RaceSystem.Kernel;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Tests.Publishing.Books;

/// <summary>Age grades, points and inferred splits in the book.</summary>
public sealed class BookColumnTests
{
    private static readonly ResultSheet Graded = SheetOf.Rows(
        SheetOf.Marathon with { AgeGradeTables = 2015, PointsEvent = "Road Marathon" },
        SheetOf.Row("7", place: 1) with { AgeGrade = new AgeGrade(8321), Points = 1_205 },
        SheetOf.Row("8", place: 2));

    [Fact]
    public void Grades_and_points_have_columns_with_the_tables_they_come_from()
    {
        var page = Exported.Text(ExportFormat.Html, Graded);

        Assert.All(
            ["<th class=\"r s\">AG %</th><th class=\"r s\">Pts</th>", "<td class=\"r s\">83.21</td><td class=\"r s\">1,205</td>", "<td class=\"r s\"></td><td class=\"r s\"></td>", "road tables of 2015", "scoring tables of 2025, Road Marathon"],
            expected => Assert.Contains(expected, page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_race_that_asks_for_neither_has_neither()
    {
        var page = Exported.Text(ExportFormat.Html, SheetOf.Rows(SheetOf.Row("7", place: 1)));

        Assert.All(["AG %", ">Pts<", "inferred"], unexpected => Assert.DoesNotContain(unexpected, page, StringComparison.Ordinal));
    }

    [Fact]
    public void An_inferred_split_is_marked_and_explained()
    {
        var page = Exported.Text(ExportFormat.Html, WithInferred());

        Assert.Contains("<td class=\"r s\">25:00</td><td class=\"r s\"><i>~1:06:40</i></td>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Marked ~</dt><dd>inferred, not measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inferred_split_below_a_row_is_marked_too()
    {
        var race = SheetOf.Marathon with { Visits = [SheetOf.Marathon.Visits[0], .. Enumerable.Range(1, 30).Select(i => new CourseVisit($"s{i}", $"Split {i}", $"p{i}", i * 1_000)), SheetOf.Marathon.Visits[^1]] };
        var row = SheetOf.Row("7", place: 1, race: race);
        var splits = row.Splits.ToArray();
        var time = new InferredTime(Elapsed.FromSeconds(4_000), Elapsed.FromSeconds(3_900), Elapsed.FromSeconds(4_100));
        splits[2] = splits[2] with { Inferred = new InferredSplitTimes(time, time, time) };

        var page = Exported.Text(ExportFormat.Html, SheetOf.Rows(race, row with { Splits = splits }));

        Assert.Contains(">Split 1 25:00 · Split 2 ~1:06:40<", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Marked ~</dt>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportLanguage.English, "inferred,notmeasured", "AG%")]
    [InlineData(ExportLanguage.Korean, "측정되지않아추정한통과기록", "연령환산%")]
    public void The_printed_book_says_the_same(ExportLanguage language, string legend, string column)
    {
        var order = new ExportOrder { Format = ExportFormat.Pdf, Language = language, Fonts = PrintFonts.Require() };

        var inferred = Printed(order, WithInferred());
        var graded = Printed(order, Graded);

        Assert.All(["~1:06:40", legend], expected => Assert.Contains(expected, inferred, StringComparison.Ordinal));
        Assert.All([column, "83.21", "1,205"], expected => Assert.Contains(expected, graded, StringComparison.Ordinal));
    }

    private static ResultSheet WithInferred()
    {
        var row = SheetOf.Row("7", place: 1);
        var splits = row.Splits.ToArray();
        var time = new InferredTime(Elapsed.FromSeconds(4_000), Elapsed.FromSeconds(3_900), Elapsed.FromSeconds(4_100));
        splits[2] = splits[2] with { Inferred = new InferredSplitTimes(time, time, time) };
        return SheetOf.Rows(row with { Splits = splits });
    }

    private static string Printed(ExportOrder order, ResultSheet sheet) => Assert.Single(PdfText.PagesOf(Exported.Bytes(order, sheet))).Replace(" ", "", StringComparison.Ordinal);
}
