using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Publishing.Markup;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>The result book as one page of HTML that needs nothing else: no script, no font, no picture from anywhere.</summary>
internal static class HtmlBook
{
    private const string Style = """
        :root{color-scheme:light}
        body{font:14px/1.45 "Noto Sans","Noto Sans CJK KR","Noto Sans Ethiopic","Malgun Gothic","Apple SD Gothic Neo","Segoe UI",sans-serif;color:#14181f;margin:0 auto;max-width:1180px;padding:24px 20px 60px}
        h1{font-size:22px;margin:0;border-bottom:2px solid #0b3d91;padding-bottom:8px}
        h2{font-size:28px;color:#0b3d91;margin:30px 0 2px}
        h3{font-size:17px;margin:26px 0 6px}
        .state{color:#5b6470;font-weight:600;margin:0 0 12px}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 18px;margin:0}
        dt{color:#5b6470;font-weight:600}dd{margin:0}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th{font-size:12px;color:#5b6470;text-align:left;border-bottom:1px solid #5b6470;padding:3px 6px;white-space:nowrap}
        td{padding:2px 6px;border-bottom:1px solid #eceff3;vertical-align:top}
        tr:nth-child(even) td{background:#f4f6f9}
        .r{text-align:right;white-space:nowrap}.s{font-size:12.5px}.b{font-weight:650}
        .below{color:#5b6470;font-size:12px}
        footer{margin-top:36px;border-top:1px solid #c9cfd6;padding-top:8px;color:#5b6470;font-size:12px;overflow-wrap:anywhere}
        @media print{body{max-width:none;padding:0;font-size:9px}h2{break-before:page}h2:first-of-type{break-before:auto}tr{break-inside:avoid}thead{display:table-header-group}@page{size:A4 landscape;margin:12mm}}
        """;

    public static void Write(Book book, TextWriter writer)
    {
        var words = book.Words;
        writer.Write($"<!DOCTYPE html>\n<html lang=\"{words.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        writer.Write($"<title>{Html.Text(book.Meet.DisplayName)} · {words.Results}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Html.Text(book.Meet.DisplayName)}</h1>\n");
        foreach (var race in book.Races)
        {
            Race(writer, book, race);
        }

        writer.Write("</body>\n</html>\n");
    }

    private static void Race(TextWriter writer, Book book, BookRace race)
    {
        var (words, definition) = (book.Words, race.Sheet.Race);
        writer.Write($"<section>\n<h2>{Html.Text(RaceTitle.Name(definition))}</h2>\n<p class=\"state\">{Html.Text(race.StateOf(words))}</p>\n<dl>\n");
        foreach (var (label, text) in RowText.FactsOf(race, book.Meet, words))
        {
            writer.Write($"<dt>{Html.Text(label)}</dt><dd>{Html.Text(text)}</dd>\n");
        }

        writer.Write("</dl>\n");
        Records(writer, race, words);
        var table = new BookTable(race, words, PageShape.Landscape.Width);
        foreach (var section in race.Sections)
        {
            Section(writer, table, section);
        }

        foreach (var list in race.OutLists)
        {
            OutRows(writer, list, definition, words);
        }

        foreach (var list in race.Lists)
        {
            HtmlLists.Write(writer, list);
        }

        writer.Write(race.Version is { } version
            ? $"<footer>SHA-256 {Html.Text(version.Hash)}</footer>\n</section>\n"
            : $"<footer>registration {race.Sheet.Sequences.Registration} · timing {race.Sheet.Sequences.Timing} · results {race.Sheet.Sequences.Results}</footer>\n</section>\n");
    }

    private static void Records(TextWriter writer, BookRace race, Words words)
    {
        if (race.Records.Count == 0)
        {
            return;
        }

        var resolution = race.Sheet.Race.Resolution;
        writer.Write($"<h3>{words.Records}</h3>\n<div class=\"wide\"><table>\n<tbody>\n");
        foreach (var (record, best, breaks) in race.Records)
        {
            var outcome = best is null ? words.Stands : $"{(breaks ? words.New : words.Equalled)}: {ShownText.Time(best.OfficialTime, resolution)} {Html.Name(RowText.Name(best))}{(RowText.Nation(best) is { Length: > 0 } nation ? $" ({Html.Text(nation)})" : "")}";
            writer.Write($"<tr><td class=\"b\">{Html.Text(record.DisplayName.Length > 0 ? record.DisplayName : record.RecordId)}</td><td class=\"r\">{ShownText.Time(record.Time, resolution)}</td><td>{Html.Name(record.Holder)} {Html.Text(record.When)}</td><td>{outcome}</td></tr>\n");
        }

        writer.Write("</tbody></table></div>\n");
    }

    private static void Section(TextWriter writer, BookTable table, BookSection section)
    {
        writer.Write($"<h3>{Html.Text(section.Title)} ({Words.Number(section.Rows.Count)})</h3>\n<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var column in table.Columns.Where(IsFilled))
        {
            writer.Write($"<th{ClassOf(column)}>{Html.Text(column.Title)}</th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in section.Rows)
        {
            writer.Write("<tr>");
            foreach (var column in table.Columns.Where(IsFilled))
            {
                writer.Write(column.Align == Align.Left
                    ? $"<td{ClassOf(column)}>{Html.Name(column.Text(row))}</td>"
                    : $"<td{ClassOf(column)}>{(column.IsInferred(row) ? $"<i>{Html.Text(column.Text(row))}</i>" : Html.Text(column.Text(row)))}</td>");
            }

            writer.Write("</tr>\n");
            if (table.SplitsBelow)
            {
                writer.Write($"<tr><td></td><td class=\"below\" colspan=\"{table.Columns.Count(IsFilled) - 1}\">{Html.Text(BookTable.SplitLine(row.Row, table.Race.Resolution))}</td></tr>\n");
            }
        }

        writer.Write("</tbody></table></div>\n");
    }

    private static void OutRows(TextWriter writer, OutList list, RaceDefinition race, Words words)
    {
        writer.Write($"<h3>{Html.Text(list.Title)} ({Words.Number(list.Rows.Count)})</h3>\n<div class=\"wide\"><table>\n<thead><tr><th class=\"r\">{words.Bib}</th><th>{words.Name}</th><th>{words.Nation}</th><th>{words.LastSplit}</th><th>{words.Decision}</th></tr></thead>\n<tbody>\n");
        foreach (var row in list.Rows)
        {
            writer.Write($"<tr><td class=\"r\">{Html.Text(row.Entry.Bib)}</td><td>{Html.Name(RowText.Name(row))}</td><td>{Html.Text(RowText.Nation(row))}</td><td>{Html.Text(RowText.LastSplit(row, race.Resolution))}</td><td>{Html.Text(RowText.Reason(row))}</td></tr>\n");
        }

        writer.Write("</tbody></table></div>\n");
    }

    /// <summary>Columns without a title only keep distance on paper.</summary>
    private static bool IsFilled(BookColumn column) => column.Title.Length > 0;

    private static string ClassOf(BookColumn column)
    {
        var classes = string.Join(' ', new[] { column.Align == Align.Right ? "r" : "", column.IsSmall ? "s" : "", column.Bold ? "b" : "" }.Where(name => name.Length > 0));
        return classes.Length > 0 ? $" class=\"{classes}\"" : "";
    }
}
