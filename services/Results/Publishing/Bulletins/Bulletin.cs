using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Books;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>A bulletin for the press: text in paragraphs, and the leading results. Immutable.</summary>
internal sealed record Bulletin(string Tag, string Kind, string Title, string State, string Lead, IReadOnlyList<BulletinPart> Parts, string Foot)
{
    /// <summary>Countries that are named with their number of finishers.</summary>
    public const int NamedNations = 12;

    public static Bulletin Of(IReadOnlyList<ResultSheet> sheets, ExportOrder order)
    {
        var news = sheets.Select(sheet => RaceNews.Of(sheet, order)).ToArray();
        var meet = sheets.Count > 0 ? sheets[0].Meet : new MeetFacts("", "", "", "", []);
        var words = Words.Of(order.Language);
        IBulletinTongue tongue = order.Language == ExportLanguage.Korean ? new KoreanBulletin() : new EnglishBulletin();
        return new Bulletin(
            words.Tag,
            tongue.Kind,
            meet.DisplayName,
            string.Join(" · ", new[] { ShownText.Day(meet) is { } day ? words.DayOf(day) : "", StateOf(news, words) }.Where(text => text.Length > 0)),
            tongue.Lead(meet, news, NationCount.Of(sheets).Count),
            [.. news.Select(race => PartOf(race, tongue, words))],
            news.All(race => race.Version is { State: "OFFICIAL" or "AMENDED" }) ? "" : tongue.Reservation);
    }

    private static string StateOf(RaceNews[] news, Words words)
    {
        var states = news.Select(race => race.Version is { } version ? words.StateOf(version) : words.Unofficial).Distinct().ToArray();
        return states.Length == 1 ? states[0] : "";
    }

    private static string TitleOf(LeaderGroup group, Words words)
    {
        var title = string.Join(" · ", new[] { group.DivisionId, words.SexOf(group.Sex) }.Where(text => text.Length > 0));
        return title.Length > 0 ? title : words.Results;
    }

    private static BulletinPart PartOf(RaceNews race, IBulletinTongue tongue, Words words) => new(
        RaceTitle.Heading(race.Race),
        [.. tongue.Story(race).Where(paragraph => paragraph.Length > 0)],
        [.. race.Leaders.Select(group => new LeaderList(TitleOf(group, words), [.. group.Rows.Select(row => new LeaderLine(
            group.PlaceOf(row), RowText.Name(row), row.Entry.Country, RowText.Nation(row), ShownText.Time(row.OfficialTime, race.Race.Resolution), RowText.Remark(row, race.Race.Resolution)))]))]);
}

/// <summary>What a bulletin says of a race.</summary>
internal sealed record BulletinPart(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<LeaderList> Leaders);

/// <summary>The leading results of a group.</summary>
internal sealed record LeaderList(string Title, IReadOnlyList<LeaderLine> Lines);

/// <summary>A leading result.</summary>
internal sealed record LeaderLine(int Place, string Name, string Country, string Nation, string Time, string Remark);
