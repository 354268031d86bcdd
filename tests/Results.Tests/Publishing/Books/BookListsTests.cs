using System.Text.RegularExpressions;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Tests.Core;

namespace RaceSystem.Results.Tests.Publishing.Books;

/// <summary>Awards, teams, legs and countries in the book, from a scored race.</summary>
public sealed partial class BookListsTests
{
    [Fact]
    public void Awards_tell_who_wins_what()
    {
        var page = Html(Race());

        Assert.Contains("Award Place Bib Name Nat Time First three · Men · Gun 1 1 Pak, Chol PRK 2:15:00|2 3 — 2:16:40|3 4 Kipchoge, Eliud KEN 2:17:30|First three · Women", Lines(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_tell_their_scorers_and_do_not_name_who_is_anonymous()
    {
        var page = Lines(Html(Race()));

        Assert.Contains("Teams · Clubs Place Team Bib Points Time 1 Taedong 3 4:31:40|Pak, Chol 1 1 2:15:00|— 2|2 Kenya AC 7 4:37:30|Kipchoge, Eliud 4 3 2:17:30|Keitany, Mary 5 4 2:20:00|", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_award_that_nobody_won_says_so() =>
        Assert.Contains("|First three · Non-binary no winner|", Lines(Html(Race(also: [new() { AwardId = "nb", DisplayName = "First three", Depth = 3, Sex = Sex.NonBinary }]))), StringComparison.Ordinal);

    [Fact]
    public void A_team_without_enough_finishers_says_how_many_it_lacks()
    {
        Assert.Contains("Teams · Clubs Place Team Bib Points Time — Kenya AC incomplete: 1 scorer missing|— Taedong incomplete: 1 scorer missing|", Lines(Html(Race(scorers: 3))), StringComparison.Ordinal);
        Assert.Contains("— Taedong 인원 미달(2명 부족)|", Lines(Exported.Text(new ExportOrder { Format = ExportFormat.Html, Language = ExportLanguage.Korean }, Race(scorers: 4))), StringComparison.Ordinal);
    }

    [Fact]
    public void Countries_and_field_add_up_with_who_is_erased()
    {
        var sheet = Race();
        sheet = sheet with { Rows = [.. sheet.Rows.Select(row => row.Entry.Bib == "3" ? row with { Entry = row.Entry with { Visibility = Visibility.Erased } } : row)], Nations = [new("PRK", 1, 1, 1), new("KEN", 2, 2, 2), new("", 1, 1, 1)] };

        Assert.Contains("— not stated, or not shown 1 1 1 — — —|", Lines(Html(sheet)), StringComparison.Ordinal);
        Assert.Contains("Finishers by country: Kenya 2, DPR Korea 1; of no country that is told: 1.", Exported.Text(ExportFormat.BulletinText, sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bulletin_of_a_relay_tells_of_teams()
    {
        var mixed = Relay();
        mixed = mixed with { Rows = [.. mixed.Rows.Select(row => row with { Entry = row.Entry with { Sex = Sex.Unknown }, Places = row.Places with { BySex = 0 } })] };

        Assert.Contains("2 teams started", Exported.Text(ExportFormat.BulletinText, mixed), StringComparison.Ordinal);
        Assert.Contains("Alpha won the race in 2:21:40, with Beta second in the same time.", Exported.Text(ExportFormat.BulletinText, mixed), StringComparison.Ordinal);
        Assert.Contains("2개 팀이 출발하여 2개 팀이 완주하였다", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText, Language = ExportLanguage.Korean }, mixed), StringComparison.Ordinal);
        Assert.Contains("4 runners and 2 relay teams", Exported.Text(ExportFormat.BulletinText, Race(), mixed), StringComparison.Ordinal);
    }

    [Fact]
    public void Countries_count_who_is_anonymous()
    {
        var page = Lines(Html(Race()));

        Assert.Contains("Countries Nat Entered Started Finished 1st 2nd 3rd Best man Best woman PRK DPR Korea 2 2 2 1 1 — 2:15:00 Pak, Chol|KEN Kenya 2 2 2 1 — 1 2:17:30 Kipchoge, Eliud 2:20:00 Keitany, Mary|", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relay_tells_its_legs()
    {
        var page = Lines(Html(Relay()));

        Assert.Contains("Relay legs · Leg 1 · 21.0975 km Place Bib Runner Team Time 1 1 Kim Alpha 1:06:40|2 2 — Beta 1:15:00|Relay legs · Leg 2 · 21.0975 km Place Bib Runner Team Time 1 2 — Beta 1:06:40|2 1 Ri Alpha 1:15:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_race_without_rules_for_them_has_no_such_lists() =>
        Assert.All(["Awards", "Teams", "Relay legs", "Countries"], heading => Assert.DoesNotContain($"<h3>{heading}", Html(Marathon(Core.Field.Marathon())), StringComparison.Ordinal));

    [Theory]
    [InlineData(ExportLanguage.English, "Awards", "Teams·Clubs", "Countries", "Relaylegs·Leg2")]
    [InlineData(ExportLanguage.Korean, "시상", "단체전·Clubs", "국가별현황", "계주구간기록·제2구간")]
    public void The_printed_book_has_the_same_lists(ExportLanguage language, string awards, string teams, string countries, string legs)
    {
        var order = new ExportOrder { Format = ExportFormat.Pdf, Language = language, Fonts = PrintFonts.Require() };

        var book = string.Concat(PdfText.PagesOf(Exported.Bytes(order, Race(), Relay()))).Replace(" ", "", StringComparison.Ordinal);

        Assert.All([awards, teams, countries, legs, "Taedong", "2:15:00Pak,Chol", "4:37:30"], expected => Assert.Contains(expected, book, StringComparison.Ordinal));
    }

    [Fact]
    public void A_team_and_its_runners_stand_on_one_page()
    {
        const int Teams = 60;
        var field = new Field(Core.Field.Marathon() with { Teams = [new() { TeamRuleId = "clubs", Key = TeamKey.Club, Scorers = 3 }] }).Gun();
        for (var i = 0; i < Teams * 3; i++)
        {
            field.Scoring.SetEntry(Core.Field.EntryOf($"{i + 1}") with { DisplayName = $"N{i / 3}x{i % 3}N", Club = $"Q{i / 3}Q" });
            field.Passes($"C{i + 1}", "start", 0).Passes($"C{i + 1}", "finish", 8_000 + i);
        }

        var pages = PdfText.PagesOf(Exported.Bytes(new ExportOrder { Format = ExportFormat.Pdf, Fonts = PrintFonts.Require() }, Sheet(field)));

        for (var team = 0; team < Teams; team++)
        {
            var page = Assert.Single(pages, text => text.Contains($"Q{team}Q", StringComparison.Ordinal));
            Assert.All(Enumerable.Range(0, 3), runner => Assert.Contains($"N{team}x{runner}N", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_bulletin_tells_which_team_won()
    {
        Assert.Contains("Team competition (Clubs): Taedong (Pak Chol, an unnamed runner) won with 3 points.", Exported.Text(ExportFormat.BulletinText, Race()), StringComparison.Ordinal);
        Assert.Contains("단체전(‘Clubs’)에서는 Taedong(Pak Chol, 이름 비공개) 팀이 3점으로 우승하였다.", Exported.Text(new ExportOrder { Format = ExportFormat.BulletinText, Language = ExportLanguage.Korean }, Race()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bulletin_tells_a_broken_record_and_counts_countries_with_who_is_anonymous()
    {
        var text = Exported.Text(ExportFormat.BulletinText, Race());

        Assert.Contains("New record (national record): Pak Chol (DPR Korea) ran 2:15:00", text, StringComparison.Ordinal);
        Assert.Contains("Finishers by country: Kenya 2, DPR Korea 2.", text, StringComparison.Ordinal);
    }

    /// <summary>Two clubs; bib 3 is anonymous.</summary>
    private static ResultSheet Race(int scorers = 2, params AwardRule[] also) => Marathon(Core.Field.Marathon() with
    {
        Awards = [new() { AwardId = "men", DisplayName = "First three", Depth = 3, Sex = Sex.Male, Basis = AwardBasis.Gun }, new() { AwardId = "women", DisplayName = "First three", Depth = 3, Sex = Sex.Female }, .. also],
        Teams = [new() { TeamRuleId = "clubs", DisplayName = "Clubs", Key = TeamKey.Club, Scorers = scorers }],
        Records = [new() { RecordId = "nr", DisplayName = "national record", Country = "PRK", Time = Elapsed.FromSeconds(8_150) }],
    });

    private static ResultSheet Marathon(RaceDefinition race)
    {
        var isPlain = race.Awards.Count == 0;
        var field = new Field(race).Gun();
        Ran(field, "1", 8_100, "Pak, Chol", "PRK", "Taedong");
        Ran(field, "3", 8_200, "", "PRK", "Taedong", visibility: Visibility.Anonymous);
        Ran(field, "4", 8_250, "Kipchoge, Eliud", "KEN", "Kenya AC");
        Ran(field, "5", 8_400, "Keitany, Mary", "KEN", "Kenya AC", Sex.Female);
        return Sheet(field);

        void Ran(Field to, string bib, double finish, string name, string country, string club, Sex sex = Sex.Male, Visibility visibility = Visibility.Public)
        {
            to.Scoring.SetEntry(Core.Field.EntryOf(bib) with { DisplayName = name, Country = isPlain ? "" : country, Club = club, Sex = sex, Visibility = visibility });
            to.Passes("C" + bib, "start", 0).Passes("C" + bib, "finish", finish);
        }
    }

    private static ResultSheet Relay()
    {
        var field = new Field(Core.Field.Race(("start", "start", 0), ("half", "half", 21_098), ("finish", "finish", 42_195)) with { ExchangeSplitIds = ["half"] }).Gun();
        field.Scoring.SetEntry(Core.Field.EntryOf("1") with { DisplayName = "Alpha", RelayRunners = [new("Kim", Sex.Male, 30), new("Ri", Sex.Female, 31)] });
        field.Scoring.SetEntry(Core.Field.EntryOf("2") with { DisplayName = "Beta" });
        field.Passes("C1", "start", 0).Passes("C1", "half", 4_000).Passes("C1", "finish", 8_500);
        field.Passes("C2", "start", 0).Passes("C2", "half", 4_500).Passes("C2", "finish", 8_500);
        return Sheet(field);
    }

    private static ResultSheet Sheet(Field field)
    {
        field.Scoring.Rescore();
        var standings = field.Scoring.Snapshot(default);
        return ResultSheets.Of(standings, Assert.Single(standings.Races));
    }

    private static string Html(ResultSheet sheet) => Exported.Text(ExportFormat.Html, sheet);

    /// <summary>The text of a page with a bar between the lines of its tables.</summary>
    private static string Lines(string page)
    {
        var text = Tags().Replace(page.Replace("</tr>\n", "|", StringComparison.Ordinal), " ");
        return Spaces().Replace(text, " ").Replace(" |", "|", StringComparison.Ordinal).Replace("| ", "|", StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
