using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>Brings sheets into the order of a book: men, women and others by their places, separate divisions, then who has none.</summary>
internal static class BookBinding
{
    private static readonly Comparer<string> Bibs = Comparer<string>.Create(Bib.NaturalOrder);

    public static Book Bind(IReadOnlyList<ResultSheet> sheets, ExportOrder order)
    {
        var words = Words.Of(order.Language);
        return new Book(sheets.Count > 0 ? sheets[0].Meet : new MeetFacts("", "", "", "", []), [.. sheets.Select(sheet => Bind(sheet, order, words))], words);
    }

    private static BookRace Bind(ResultSheet sheet, ExportOrder order, Words words) => new(
        sheet,
        FieldCounts.Of(sheet.Rows),
        RecordOutcomes.Of(sheet),
        [.. Sections(sheet, words).Where(section => section.Rows.Count > 0)],
        [.. OutLists(sheet, words).Where(list => list.Rows.Count > 0)],
        BookLists.Of(sheet, words),
        order.Versions.GetValueOrDefault(sheet.Race.RaceId));

    private static IEnumerable<BookSection> Sections(ResultSheet sheet, Words words)
    {
        foreach (var sex in new[] { Sex.Male, Sex.Female, Sex.NonBinary })
        {
            yield return new BookSection(words.SexOf(sex), Ranked(sheet.Rows.Where(row => row.Entry.Sex == sex), row => row.Places.BySex));
        }

        yield return new BookSection(sheet.Rows.All(row => row.Entry.Sex == Sex.Unknown) ? words.Results : words.SexNotTold, Ranked(sheet.Rows.Where(row => row.Entry.Sex == Sex.Unknown), row => row.Places.Overall));
        foreach (var division in SeparateDivision.Of(sheet))
        {
            var title = division.Sex == Sex.Unknown ? division.DivisionId : $"{division.DivisionId} · {words.SexOf(division.Sex)}";
            yield return new BookSection(title, Ranked(division.Rows, row => row.Places.ByDivision));
        }
    }

    private static IEnumerable<OutList> OutLists(ResultSheet sheet, Words words)
    {
        yield return Out(sheet, words.NoPlace, row => row.Status == ResultStatus.Finished && row.Places is { Overall: 0, ByDivision: 0 });
        yield return Out(sheet, words.OverTimeLimit, row => row.Status == ResultStatus.OverTimeLimit);
        yield return Out(sheet, words.NotClassified, row => row.Status == ResultStatus.NotClassified);
        yield return Out(sheet, words.OnCourse, row => row.Status == ResultStatus.OnCourse);
        yield return Out(sheet, words.Dnf, row => row.Status == ResultStatus.Dnf);
        yield return Out(sheet, words.Dsq, row => row.Status == ResultStatus.Dsq);
        yield return Out(sheet, words.Dns, row => row.Status == ResultStatus.Dns);
    }

    private static List<RankedRow> Ranked(IEnumerable<ResultRow> rows, Func<ResultRow, int> place) =>
        [.. rows.Select(row => new RankedRow(place(row), row)).Where(row => row.Place > 0).OrderBy(row => row.Place).ThenBy(row => row.Row.Entry.Bib, Bibs)];

    private static OutList Out(ResultSheet sheet, string title, Func<ResultRow, bool> takes) =>
        new(title, [.. sheet.Rows.Where(takes).OrderBy(row => row.Entry.Bib, Bibs)]);
}
