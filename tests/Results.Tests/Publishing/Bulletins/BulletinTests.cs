using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Tests.Publishing.Bulletins;

public sealed class BulletinTests
{
    private static readonly StandingRecord Old = new() { RecordId = "cr", DisplayName = "course record", Time = Elapsed.FromSeconds(8002), Holder = "Ri Kwang Ok", When = "2018" };

    [Fact]
    public void English_tells_winners_margins_records_numbers_and_nations()
    {
        var text = Text(ExportLanguage.English);

        Assert.Contains("5 runners from two countries started in the 31st Pyongyang International Marathon on 6 April 2025; 4 finished.", text, StringComparison.Ordinal);
        Assert.Contains("Pak Chol (DPR Korea) won the men's race in 2:13:21, one second ahead of Eliud Kipchoge (Kenya) in 2:13:22.", text, StringComparison.Ordinal);
        Assert.Contains("리명희 (DPR Korea) won the women's race in 2:30:01, one second ahead of Mary Keitany (Kenya) in 2:30:02.", text, StringComparison.Ordinal);
        Assert.Contains("New record (course record): Pak Chol (DPR Korea) ran 2:13:21; the mark was 2:13:22 by Ri Kwang Ok, 2018.", text, StringComparison.Ordinal);
        Assert.Contains("Starters: 5 (men 2, women 3); finishers: 4; did not finish: 1; did not start: 1.", text, StringComparison.Ordinal);
        Assert.Contains("Finishers by country: DPR Korea 2, Kenya 2.", text, StringComparison.Ordinal);
        Assert.Contains("These results are not official yet", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_ranked_apart_has_winners_too()
    {
        var race = SheetOf.Marathon with { Divisions = [new("WC", Sex.Unknown, 0, 0, true) { Separate = true }] };
        var chair = SheetOf.Row("W1", 1, name: "Schär, Manuela", country: "SUI", division: "WC") with { Places = new(0, 0, 1) };
        var sheet = SheetOf.Rows(race, SheetOf.Row("1", 1, name: "리, 명희"), chair);

        Assert.Contains("Manuela Schär (Switzerland) won the WC division (women) in", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText }, sheet), StringComparison.Ordinal);
        Assert.Contains("\nWC · Women\n  1. Schär, Manuela (SUI)", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText }, sheet), StringComparison.Ordinal);
        Assert.Contains("WC 부문 여자부에서는 Manuela Schär(스위스) 선수가", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText, Language = ExportLanguage.Korean }, sheet), StringComparison.Ordinal);
        Assert.Contains("\n  1. 리명희 (PRK)", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText }, sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void Korean_tells_the_same()
    {
        var text = Text(ExportLanguage.Korean);

        Assert.StartsWith("보도자료\n", text, StringComparison.Ordinal);
        Assert.Contains("2025년 4월 6일 열린 ‘31st Pyongyang International Marathon’ 대회에서 2개 국가 및 지역의 선수 5명이 출발하여 4명이 완주하였다.", text, StringComparison.Ordinal);
        Assert.Contains("남자부에서는 Pak Chol(조선민주주의인민공화국) 선수가 2시간 13분 21초의 기록으로 우승하였다. Eliud Kipchoge(케냐) 선수가 2시간 13분 22초로 2위를 차지하였다.", text, StringComparison.Ordinal);
        Assert.Contains("여자부에서는 리명희(조선민주주의인민공화국) 선수가 2시간 30분 01초의 기록으로 우승하였다.", text, StringComparison.Ordinal);
        Assert.Contains("Pak Chol(조선민주주의인민공화국) 선수의 기록 2시간 13분 21초는 ‘course record’ 신기록이다(종전 2시간 13분 22초, Ri Kwang Ok, 2018).", text, StringComparison.Ordinal);
        Assert.Contains("출발 5명(남자 2명, 여자 3명), 완주 4명, 기권 1명, 불참 1명.", text, StringComparison.Ordinal);
        Assert.Contains("국가별 완주자는 조선민주주의인민공화국 2명, 케냐 2명이다.", text, StringComparison.Ordinal);
        Assert.Contains("공식 결과가 아니며 변경될 수 있다.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_win_is_told_as_one()
    {
        var sheet = SheetOf.Rows(SheetOf.Row("1", 1, name: "A, B", country: "KEN"), SheetOf.Row("2", 1, name: "C, D", country: "ETH"), SheetOf.Row("3", 3, name: "E, F", country: "KEN"));

        Assert.Contains("B A (Kenya) and D C (Ethiopia) shared the win in the women's race in 2:13:21, with F E (Kenya) third in 2:13:23.", Exported.Text(ExportFormat.BulletinText, sheet), StringComparison.Ordinal);
        Assert.Contains("B A(케냐), D C(에티오피아) 선수가 2시간 13분 21초의 기록으로 공동 우승하였다.", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText, Language = ExportLanguage.Korean }, sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void A_race_that_nobody_finished_yet_has_a_bulletin_too()
    {
        var text = Exported.Text(ExportFormat.BulletinText, SheetOf.Rows(SheetOf.Row("1", status: ResultStatus.OnCourse)));

        Assert.Contains("1 runner started in the 31st Pyongyang International Marathon on 6 April 2025; 0 finished.", text, StringComparison.Ordinal);
        Assert.Contains("still on the course: 1", text, StringComparison.Ordinal);
    }

    /// <summary>A name from right to left at its beginning does not turn an English sentence around.</summary>
    [Fact]
    public void A_sentence_that_begins_with_an_Arabic_name_still_runs_from_left_to_right()
    {
        var order = new ExportOrder { Format = ExportFormat.BulletinPdf, Fonts = PrintFonts.Require() };
        var line = PdfText.LineOf(Exported.Bytes(order, SheetOf.Rows(SheetOf.Row("1", 1, name: "\u0627\u0644\u0645\u0635\u0631\u064A, \u0639\u0645\u0631", country: "EGY"))), "won the");

        var name = line.Where(letter => letter.Value.Any(character => character >= '\u0600')).ToList();
        Assert.NotEmpty(name);
        Assert.True(name.Max(letter => letter.BoundingBox.Right) < line.First(letter => letter.Value == "w").BoundingBox.Left);
    }

    [Fact]
    public void The_printed_bulletin_holds_the_text()
    {
        var order = new ExportOrder { Format = ExportFormat.BulletinPdf, Language = ExportLanguage.Korean, Fonts = PrintFonts.Require() };

        var page = Assert.Single(PdfText.PagesOf(Exported.Bytes(order, Sheet()))).Replace(" ", "", StringComparison.Ordinal);

        Assert.All(["보도자료", "우승하였다", "국가별완주자는", "리명희"], expected => Assert.Contains(expected, page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_escapes_what_people_typed() =>
        Assert.Contains("&lt;b&gt; (Kenya) won", Exported.Text(ExportFormat.BulletinHtml, SheetOf.Rows(SheetOf.Row("1", 1, name: "<b>", country: "KEN"))), StringComparison.Ordinal);

    private static string Text(ExportLanguage language) => Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText, Language = language }, Sheet());

    private static ResultSheet Sheet() => SheetOf.Rows(
        SheetOf.Marathon with { Records = [Old] },
        SheetOf.Row("1", 1, name: "Pak, Chol", sex: Sex.Male) with { Records = [new RecordNote(Old, true)] },
        SheetOf.Row("2", 2, name: "Kipchoge, Eliud", sex: Sex.Male, country: "KEN"),
        SheetOf.Row("3", 1, name: "리, 명희", seconds: 9000),
        SheetOf.Row("4", 2, name: "Keitany, Mary", country: "KEN", seconds: 9000),
        SheetOf.Row("5"),
        SheetOf.Row("6", status: ResultStatus.Dns));
}
