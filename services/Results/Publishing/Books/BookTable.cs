using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>A column of a printed table.</summary>
internal sealed record BookColumn(string Title, float Width, Align Align, Func<RankedRow, string> Text)
{
    public bool Bold { get; init; }

    public bool IsSmall { get; init; }

    /// <summary>Whether what the cell says was not measured.</summary>
    public Func<RankedRow, bool> IsInferred { get; init; } = _ => false;
}

/// <summary>The columns of a race's result tables, as wide as the page.</summary>
internal sealed class BookTable
{
    private const float NameWidth = 118;
    private const float WidestSplit = 44;
    private const float NarrowestSplit = 29;

    public BookTable(BookRace race, Words words, float width)
    {
        var definition = race.Sheet.Race;
        var splits = definition.Visits.Skip(1).SkipLast(1).ToArray();
        var before = Before(words).ToArray();
        var person = OfPerson(race, words).ToArray();
        var after = After(race, words).ToArray();
        var free = width - NameWidth - before.Concat(person).Concat(after).Sum(column => column.Width);
        var splitWidth = splits.Length == 0 ? 0 : Math.Min(WidestSplit, free / splits.Length);
        SplitsBelow = splits.Length > 0 && splitWidth < NarrowestSplit;
        var columns = SplitsBelow ? [] : splits.Select((visit, i) => Split(visit, i + 1, splitWidth, definition.Resolution)).ToArray();
        var name = new BookColumn(definition.ExchangeSplitIds.Count > 0 ? words.Team : words.Name, NameWidth + free - columns.Sum(column => column.Width), Align.Left, row => RowText.Name(row.Row));
        Columns = [.. before, name, .. person, .. columns, .. after];
        Race = definition;
    }

    public IReadOnlyList<BookColumn> Columns { get; }

    public RaceDefinition Race { get; }

    /// <summary>Too many splits for columns: they stand in a line below each runner.</summary>
    public bool SplitsBelow { get; }

    /// <summary>The splits of a runner in one line.</summary>
    public static string SplitLine(ResultRow row, TimeResolution resolution) => string.Join(" · ", row.Splits.Skip(1).SkipLast(1)
        .Where(split => split.OfficialTime is not null || RowText.IsInferred(split))
        .Select(split => $"{RowText.NameOf(split.Visit)} {RowText.SplitTime(split, resolution)}"));

    private static IEnumerable<BookColumn> Before(Words words)
    {
        yield return new BookColumn(words.Place, 30, Align.Right, row => Words.Number(row.Place)) { Bold = true };
        yield return new BookColumn(words.Bib, 40, Align.Right, row => row.Row.Entry.Bib);
        yield return new BookColumn("", 8, Align.Left, _ => "");
    }

    private static IEnumerable<BookColumn> OfPerson(BookRace race, Words words)
    {
        var rows = race.Sheet.Rows;
        if (rows.Any(row => row.Entry.Country.Length > 0))
        {
            yield return new BookColumn(words.Nation, 28, Align.Left, row => RowText.Nation(row.Row));
        }

        if (rows.Any(row => row.Entry.Age > 0))
        {
            yield return new BookColumn(words.Age, 24, Align.Right, row => RowText.Age(row.Row));
        }

        if (rows.Any(row => row.DivisionId.Length > 0))
        {
            yield return new BookColumn(words.Division, 58, Align.Right, row => RowText.Division(row.Row)) { IsSmall = true };
        }
    }

    private static IEnumerable<BookColumn> After(BookRace race, Words words)
    {
        var resolution = race.Sheet.Race.Resolution;
        yield return new BookColumn(words.Time, 48, Align.Right, row => ShownText.Time(row.Row.OfficialTime, resolution)) { Bold = true };
        if (race.Sheet.Rows.Any(row => row.OfficialTime is not null && row.NetTime is not null && row.OfficialTime != row.NetTime))
        {
            yield return new BookColumn(words.Net, 40, Align.Right, row => ShownText.Time(row.Row.NetTime, resolution)) { IsSmall = true };
        }
        else if (race.Sheet.Rows.Any(row => row.OfficialTime is not null && row.GunTime is not null && row.OfficialTime != row.GunTime))
        {
            yield return new BookColumn(words.Gun, 40, Align.Right, row => ShownText.Time(row.Row.GunTime, resolution)) { IsSmall = true };
        }

        if (race.Sheet.Rows.Any(row => row.AgeGrade is not null))
        {
            yield return new BookColumn(words.AgeGrade, 36, Align.Right, row => row.Row.AgeGrade?.ToString() ?? "") { IsSmall = true };
        }

        if (race.Sheet.Rows.Any(row => row.Points is not null))
        {
            yield return new BookColumn(words.Points, 28, Align.Right, row => row.Row.Points is { } points ? Words.Number(points) : "") { IsSmall = true };
        }

        if (race.Sections.Count > 1)
        {
            yield return new BookColumn(words.Overall, 34, Align.Right, row => row.Row.Places.Overall > 0 ? Words.Number(row.Row.Places.Overall) : "") { IsSmall = true };
        }

        if (race.Sheet.Rows.Any(row => RowText.Remark(row, resolution).Length > 0))
        {
            yield return new BookColumn(words.Remark, 42, Align.Right, row => RowText.Remark(row.Row, resolution)) { IsSmall = true };
        }
    }

    private static BookColumn Split(CourseVisit visit, int index, float width, TimeResolution resolution) =>
        new(RowText.NameOf(visit), width, Align.Right, row => index < row.Row.Splits.Count ? RowText.SplitTime(row.Row.Splits[index], resolution) : "")
        {
            IsSmall = true,
            IsInferred = row => index < row.Row.Splits.Count && RowText.IsInferred(row.Row.Splits[index]),
        };
}
