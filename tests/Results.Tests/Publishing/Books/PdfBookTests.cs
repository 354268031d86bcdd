using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Tests.Publishing.Books;

public sealed class PdfBookTests
{
    private const string Hash = "9f2c8a71d0e4b6935c1f7a02e8d94b5f6a3170c2de58bb94e1a07c6f35d28e10";

    [Theory]
    [InlineData("리, 명수", "KOR", "리명수")]
    [InlineData("王, 军霞", "CHN", "王军霞")]
    [InlineData("渡辺, 直美", "JPN", "渡辺直美")]
    [InlineData("ኃይሌ, ገብረ ሥላሴ", "ETH")]
    [InlineData("Nguyễn, Thị Oanh", "VIE")]
    [InlineData("Иванов, Пётр", "RUS")]
    [InlineData("Παπαδόπουλος, Γιώργος", "GRE")]
    [InlineData("ბერიძე, გიორგი", "GEO")]
    [InlineData("Łukasz Żółć", "POL")]
    public void Names_of_any_script_are_printed_with_glyphs_that_can_be_read_back(string name, string country, string printed = "")
    {
        var pdf = Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: name, country: country)));

        Assert.Contains(Squeezed(printed.Length > 0 ? printed : name), Squeezed(PdfText.PagesOf(pdf)[0]), StringComparison.Ordinal);
        Assert.Equal(0, PdfText.BoxesOf(pdf));
    }

    [Fact]
    public void A_name_from_right_to_left_is_printed_in_the_order_in_which_it_is_read()
    {
        var text = PdfText.PagesOf(Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: "כהן, דוד", country: "ISR"))))[0];

        // Letter by letter from left to right on paper.
        Assert.Contains("\u05D3\u05D5\u05D3,\u05DF\u05D4\u05DB", Squeezed(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_tells_facts_places_splits_and_why_runners_have_no_place()
    {
        var disqualified = SheetOf.Row("66", status: ResultStatus.Dsq, name: "Doe, Jane") with
        {
            Adjudications = [new Adjudication("d1", "marathon", "66", new Disqualification("TR 55.8.3"), default) { Note = "left the course" }],
        };
        var sheet = SheetOf.Rows(SheetOf.Row("7", 1, name: "Pak, Chol", sex: Sex.Male), SheetOf.Row("8", 2, name: "Ri, Un"), disqualified, SheetOf.Row("9", status: ResultStatus.Dns));

        var page = Assert.Single(PdfText.PagesOf(Pdf(sheet)));

        Assert.DoesNotContain("leftthecourse", Squeezed(page), StringComparison.Ordinal);
        foreach (var expected in new[] { "31st Pyongyang International Marathon", "6 April 2025", "09:00:00 (+09:00)", "42.195 km", "TR 19.24", "3 starters, 2 finishers, 1 disqualified, 1 did not start", "Men", "Women", "Pak, Chol", "2:13:21", "25:00", "TR 55.8.3", "Did not start", "Page 1 of 1", Hash, "Official results, version 2" })
        {
            Assert.Contains(Squeezed(expected), Squeezed(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_book_in_korean_says_it_in_korean()
    {
        var page = PdfText.PagesOf(Pdf(SheetOf.Rows(SheetOf.Row("7", 1, sex: Sex.Male)), ExportLanguage.Korean))[0];

        Assert.All(["공식결과제2판", "2025년4월6일", "출발1명,완주1명", "남자", "순위", "1/1쪽"], expected => Assert.Contains(expected, Squeezed(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_has_its_number_and_every_runner_a_line()
    {
        var rows = Enumerable.Range(1, 400).Select(place => SheetOf.Row($"B{place}X", place)).ToArray();

        var pages = PdfText.PagesOf(Pdf(SheetOf.Rows(rows)));

        Assert.True(pages.Length > 5, $"{pages.Length} pages");
        Assert.All(pages.Select((text, i) => (text, i)), page => Assert.Contains(Squeezed($"Page {page.i + 1} of {pages.Length}"), Squeezed(page.text), StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Single(pages, page => page.Contains(row.Entry.Bib, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_is_found_letter_by_letter() =>
        Assert.Contains("Griffith,Steffi", Squeezed(PdfText.PagesOf(Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: "Griffith, Steffi"))))[0]), StringComparison.Ordinal);

    [Fact]
    public void Equal_results_give_equal_bytes() => Assert.Equal(Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: "리, 명수"))), Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: "리, 명수"))));

    [Fact]
    public void A_name_as_long_as_it_may_be_is_cut_with_an_ellipsis_and_moves_nothing()
    {
        var page = PdfText.PagesOf(Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: new string('M', 201)), SheetOf.Row("2", 2, name: "Short"))))[0];

        Assert.Contains("…", page, StringComparison.Ordinal);
        Assert.Contains("2:13:21", page, StringComparison.Ordinal);
        Assert.Contains("Short", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fonts_the_message_names_the_package()
    {
        var empty = FontFolders.Only(Path.Combine(Path.GetTempPath(), "no-such-folder-of-fonts"));
        var order = new ExportOrder { Format = ExportFormat.Pdf, Fonts = empty };

        var refusal = Assert.Throws<RefusalException>(() => Exported.Bytes(order, SheetOf.Rows(SheetOf.Row("1", 1, name: "Ri"))));

        Assert.Equal("FONT_MISSING", refusal.Reason);
        Assert.Contains("fonts-noto-core", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fonts_of_a_script_the_message_names_their_package()
    {
        var folder = Path.GetDirectoryName(PrintFonts.Require().Find("NotoSans-Regular.ttf"))!;
        var order = new ExportOrder { Format = ExportFormat.Pdf, Fonts = FontFolders.Only(folder) };
        Assert.SkipWhen(order.Fonts.Find("NotoSansCJK-Regular.ttc") is not null, "This system keeps all fonts in one folder.");

        var refusal = Assert.Throws<RefusalException>(() => Exported.Bytes(order, SheetOf.Rows(SheetOf.Row("1", 1, name: "리"))));

        Assert.Equal("FONT_MISSING", refusal.Reason);
        Assert.Contains("fonts-noto-cjk", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("U+B9AC", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_no_font_knows_is_named_by_its_number()
    {
        var page = PdfText.PagesOf(Pdf(SheetOf.Rows(SheetOf.Row("1", 1, name: "A\U000323AFB"))))[0];

        Assert.Matches(@"A(\[U\+323AF\])?B", Squeezed(page));
    }

    private static byte[] Pdf(ResultSheet sheet, ExportLanguage language = ExportLanguage.English) => Exported.Bytes(
        new ExportOrder
        {
            Format = ExportFormat.Pdf,
            Fonts = PrintFonts.Require(),
            Language = language,
            Versions = new Dictionary<string, PublishedVersion> { ["marathon"] = new("OFFICIAL", 2, Hash, default) },
        },
        sheet);

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
