using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Facts;
using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Language;
using RaceSystem.Results.Publishing.Pdf;
using SkiaSharp;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>The result book as pages of A4.</summary>
internal static class PdfBook
{
    private const float RowHeight = 11.5f;
    private const float BlockGap = 10;
    private const int SplitsOfAPortraitPage = 2;

    private static readonly SKColor Rule = new(0xC9, 0xCF, 0xD6);
    private static readonly SKColor Stripe = new(0xF4, 0xF6, 0xF9);
    private static readonly TextStyle Body = new(7.5f);
    private static readonly TextStyle Small = new(6.6f);
    private static readonly TextStyle Head = new(6.6f) { Bold = true, Color = TextStyle.Grey };

    public static void Write(Book book, ExportOrder order, Stream stream, CancellationToken cancellationToken)
    {
        var shape = book.Races.Any(race => race.Sheet.Race.Visits.Count - 2 > SplitsOfAPortraitPage) ? PageShape.Landscape : PageShape.Portrait;
        PdfFile.Write(stream, $"{book.Meet.DisplayName} · {book.Words.Results}", order.Fonts, shape, flow => Content(flow, book), cancellationToken);
    }

    private static void Content(PageFlow flow, Book book)
    {
        foreach (var race in book.Races)
        {
            flow.Frame = pen => Frame(flow, pen, book, race);
            flow.NewPage();
            Title(flow, book, race);
            Records(flow, race, book.Words);
            var table = new BookTable(race, book.Words, flow.Width);
            foreach (var section in race.Sections)
            {
                Section(flow, table, section, book.Words);
            }

            foreach (var list in race.OutLists)
            {
                OutRows(flow, list, race.Sheet.Race, book.Words);
            }

            foreach (var list in race.Lists)
            {
                PdfLists.Draw(flow, list);
            }
        }

        if (book.Races.Count == 0)
        {
            flow.NewPage();
        }
    }

    private static void Frame(PageFlow flow, Pen pen, Book book, BookRace race)
    {
        var top = PageFlow.Margin + 8;
        pen.Text(book.Meet.DisplayName, PageFlow.Margin, top, flow.Width * 0.6f, new TextStyle(8) { Bold = true });
        pen.Text($"{RaceTitle.Name(race.Sheet.Race)} · {race.StateOf(book.Words)}", PageFlow.Margin + (flow.Width * 0.6f), top, flow.Width * 0.4f, new TextStyle(8) { Align = Align.Right, Color = TextStyle.Grey });
        pen.Line(PageFlow.Margin, top + 6, PageFlow.Margin + flow.Width, top + 6, 0.8f, TextStyle.Accent);
        var bottom = flow.Shape.Height - PageFlow.Margin;
        pen.Line(PageFlow.Margin, bottom - 12, PageFlow.Margin + flow.Width, bottom - 12, 0.4f, Rule);
        pen.Text(book.Words.Page(flow.Page, flow.Pages), PageFlow.Margin, bottom, flow.Width, new TextStyle(7) { Align = Align.Right, Color = TextStyle.Grey });
        pen.Text(Origin(race), PageFlow.Margin, bottom, flow.Width * 0.8f, new TextStyle(6.5f) { Color = TextStyle.Grey });
    }

    /// <summary>Says which results these are: the hash of the published version, or the records they contain.</summary>
    private static string Origin(BookRace race) => race.Version is { } version
        ? $"SHA-256 {version.Hash}"
        : $"registration {race.Sheet.Sequences.Registration} · timing {race.Sheet.Sequences.Timing} · results {race.Sheet.Sequences.Results}";

    private static void Title(PageFlow flow, Book book, BookRace race)
    {
        flow.Pen?.Text(RaceTitle.Name(race.Sheet.Race), PageFlow.Margin, flow.Y + 18, flow.Width * 0.7f, new TextStyle(20) { Bold = true, Color = TextStyle.Accent });
        flow.Pen?.Text(race.StateOf(book.Words), PageFlow.Margin + (flow.Width * 0.5f), flow.Y + 18, flow.Width * 0.5f, new TextStyle(11) { Bold = true, Align = Align.Right, Color = race.Version is null ? TextStyle.Grey : TextStyle.Accent });
        flow.Y += 30;
        foreach (var (label, text) in RowText.FactsOf(race, book.Meet, book.Words))
        {
            flow.Pen?.Text(label, PageFlow.Margin, flow.Y + 8, 78, Head with { Size = 7.5f });
            flow.Pen?.Text(text, PageFlow.Margin + 80, flow.Y + 8, flow.Width - 80, Body with { Size = 8 });
            flow.Y += RowHeight;
        }

        flow.Y += BlockGap;
    }

    private static void Records(PageFlow flow, BookRace race, Words words)
    {
        if (race.Records.Count == 0)
        {
            return;
        }

        Heading(flow, words.Records, 2 * RowHeight);
        float[] widths = [0.30f, 0.10f, 0.30f, 0.30f];
        foreach (var outcome in race.Records)
        {
            flow.Need(RowHeight);
            var resolution = race.Sheet.Race.Resolution;
            string[] cells =
            [
                outcome.Record.DisplayName.Length > 0 ? outcome.Record.DisplayName : outcome.Record.RecordId,
                ShownText.Time(outcome.Record.Time, resolution),
                string.Join(", ", new[] { outcome.Record.Holder, outcome.Record.When }.Where(text => text.Length > 0)),
                outcome.Best is { } best ? $"{(outcome.Breaks ? words.New : words.Equalled)}: {ShownText.Time(best.OfficialTime, resolution)} {RowText.NameAndNation(best)}" : words.Stands,
            ];
            Cells(flow, cells, widths, outcome.Best is not null);
        }

        flow.Y += BlockGap;
    }

    private static void Section(PageFlow flow, BookTable table, BookSection section, Words words)
    {
        Heading(flow, $"{section.Title}  ({Words.Number(section.Rows.Count)})", 3 * RowHeight);
        Header(flow, table);
        var height = table.SplitsBelow ? 2 * RowHeight - 2 : RowHeight;
        for (var i = 0; i < section.Rows.Count; i++)
        {
            if (flow.Need(height))
            {
                Header(flow, table);
            }

            if (flow.Pen is { } pen)
            {
                Row(flow, pen, table, section.Rows[i], height, isStriped: i % 2 == 1);
            }

            flow.Y += height;
        }

        flow.Y += BlockGap;
    }

    private static void Row(PageFlow flow, Pen pen, BookTable table, RankedRow row, float height, bool isStriped)
    {
        if (isStriped)
        {
            pen.Fill(PageFlow.Margin, flow.Y, flow.Width, height, Stripe);
        }

        var x = PageFlow.Margin;
        var form = HanForms.Of(row.Row.Entry.Country);
        foreach (var column in table.Columns)
        {
            var style = (column.IsSmall ? Small : Body) with { Align = column.Align, Bold = column.Bold, Form = form, Italic = column.IsInferred(row) };
            pen.Text(column.Text(row), x + 1, flow.Y + 8.2f, column.Width - 2, style);
            x += column.Width;
        }

        if (table.SplitsBelow)
        {
            pen.Text(BookTable.SplitLine(row.Row, table.Race.Resolution), PageFlow.Margin + 78, flow.Y + 17, flow.Width - 78, Small with { Size = 6, Color = TextStyle.Grey });
        }
    }

    private static void Header(PageFlow flow, BookTable table)
    {
        var x = PageFlow.Margin;
        foreach (var column in table.Columns)
        {
            flow.Pen?.Text(column.Title, x + 1, flow.Y + 8, column.Width - 2, Head with { Align = column.Align });
            x += column.Width;
        }

        flow.Y += RowHeight;
        flow.Pen?.Line(PageFlow.Margin, flow.Y, PageFlow.Margin + flow.Width, flow.Y, 0.5f, TextStyle.Grey);
    }

    private static void OutRows(PageFlow flow, OutList list, RaceDefinition race, Words words)
    {
        float[] widths = [0.08f, 0.34f, 0.08f, 0.20f, 0.30f];
        Heading(flow, $"{list.Title}  ({Words.Number(list.Rows.Count)})", 3 * RowHeight);
        Cells(flow, [words.Bib, words.Name, words.Nation, words.LastSplit, words.Decision], widths, isBold: true);
        foreach (var row in list.Rows)
        {
            flow.Need(RowHeight);
            Cells(flow, [row.Entry.Bib, RowText.Name(row), RowText.Nation(row), RowText.LastSplit(row, race.Resolution), RowText.Reason(row)], widths, isBold: false, HanForms.Of(row.Entry.Country));
        }

        flow.Y += BlockGap;
    }

    private static void Cells(PageFlow flow, string[] cells, float[] widths, bool isBold, HanForm form = HanForm.Korean)
    {
        var x = PageFlow.Margin;
        for (var i = 0; i < cells.Length; i++)
        {
            flow.Pen?.Text(cells[i], x + 1, flow.Y + 8.2f, (flow.Width * widths[i]) - 4, Body with { Bold = isBold, Form = form });
            x += flow.Width * widths[i];
        }

        flow.Y += RowHeight;
    }

    private static void Heading(PageFlow flow, string text, float below)
    {
        flow.Need(18 + below);
        flow.Pen?.Text(text, PageFlow.Margin, flow.Y + 12, flow.Width, new TextStyle(11) { Bold = true });
        flow.Y += 18;
    }
}
