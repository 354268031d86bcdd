using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Tests.Publishing.Certificates;

public sealed class PdfCertificateTests
{
    [Theory]
    [InlineData(ExportLanguage.English, "Certificate|Ri Un|DPR Korea|finished the Marathon (42.195 km) in|2:13:22|2nd of 2 finishers|2nd of 2 Women|5 km|25:00|Unofficial")]
    [InlineData(ExportLanguage.Korean, "완주증|Ri Un|조선민주주의인민공화국|Marathon (42.195 km) 완주|2:13:22|전체 2명 중 2위|여자 2명 중 2위|구간 기록|비공식")]
    public void A_certificate_names_the_runner_the_race_the_time_and_the_places(ExportLanguage language, string expected)
    {
        var page = Assert.Single(PdfText.PagesOf(Certificate("2", language))).Replace(" ", "", StringComparison.Ordinal);

        Assert.All(expected.Replace(" ", "", StringComparison.Ordinal).Split('|'), text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10 km", 10_000, "10 km")]
    [InlineData("10K City Run", 10_000, "10K City Run")]
    [InlineData("Seoul 10킬로미터", 10_000, "Seoul 10킬로미터")]
    [InlineData("5,000 m", 5_000, "5,000 m")]
    [InlineData("5000m walk", 5_000, "5000m walk")]
    [InlineData("42,195 km Berlin", 42_195, "42,195 km Berlin")]
    [InlineData("Half 21.0975 km", 21_098, "Half 21.0975 km")]
    [InlineData("110 km", 10_000, "110 km (10 km)")]
    [InlineData("10 kids", 10_000, "10 kids (10 km)")]
    [InlineData("5 miles", 5_000, "5 miles (5 km)")]
    [InlineData("5 Mile", 5_000, "5 Mile (5 km)")]
    [InlineData("Marathon", 42_195, "Marathon (42.195 km)")]
    public void A_name_that_tells_the_distance_is_not_followed_by_it(string name, int metres, string title)
    {
        var race = SheetOf.Marathon with { DisplayName = name, Visits = [SheetOf.Marathon.Visits[0], SheetOf.Marathon.Visits[^1] with { DistanceM = metres }] };
        var sheet = SheetOf.Rows(race, SheetOf.Row("1", 1, race: race));

        var page = Assert.Single(PdfText.PagesOf(Exported.Bytes(new ExportOrder { Format = ExportFormat.CertificatePdf, Bib = "1", Fonts = PrintFonts.Require() }, sheet)));

        Assert.Contains($"finished the {title} in", page, StringComparison.Ordinal);
        Assert.Contains($"\n{title.Replace(" (", " · ", StringComparison.Ordinal).TrimEnd(')')}\n", Exported.Text(ExportFormat.BulletinText, sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_that_does_not_rank_stands_below_where_it_is_another_one()
    {
        var page = Assert.Single(PdfText.PagesOf(Certificate("2")));

        Assert.Contains("Gun 2:13:32", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_take_two_lines_and_lose_nothing()
    {
        const string Name = "Oberndorfer-Schwarzenbergerhuber, Maximilian Alexander";
        var sheet = SheetOf.Rows(SheetOf.Row("1", 1, name: Name, country: "AUT")) with { Meet = SheetOf.Meet with { DisplayName = "Taedonggang International Marathon 2026 · 대동강국제마라손경기대회" } };

        var page = Assert.Single(PdfText.PagesOf(Exported.Bytes(new ExportOrder { Format = ExportFormat.CertificatePdf, Bib = "1", Fonts = PrintFonts.Require() }, sheet))).Replace(" ", "", StringComparison.Ordinal);

        Assert.All(["MaximilianAlexander", "Oberndorfer-Schwarzenbergerhuber", "대동강국제마라손경기대회"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.DoesNotContain("…", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "NO_RESULT_TO_CERTIFY")]
    [InlineData("4", "BIB_UNKNOWN")]
    [InlineData("", "BIB_UNKNOWN")]
    public void Who_did_not_finish_gets_none(string bib, string reason) => Assert.Equal(reason, Assert.Throws<RefusalException>(() => Certificate(bib)).Reason);

    [Fact]
    public void A_code_is_printed_where_there_is_something_to_scan() => Assert.True(Certificate("2", proof: "https://example.org/proof").Length > Certificate("2").Length);

    private static byte[] Certificate(string bib, ExportLanguage language = ExportLanguage.English, string proof = "") => Exported.Bytes(
        new ExportOrder { Format = ExportFormat.CertificatePdf, Bib = bib, Language = language, ProofText = proof, Fonts = PrintFonts.Require() },
        SheetOf.Rows(SheetOf.Row("1", 1), SheetOf.Row("2", 2, name: "Ri, Un"), SheetOf.Row("3", status: ResultStatus.Dnf)));
}
