using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>Draws the lists of a book.</summary>
internal static class PdfLists
{
    private const float RowHeight = 11.5f;
    private const float HeadingHeight = 18;
    private const float Gap = 10;
    private const int MostKept = 10;

    private static readonly TextStyle Body = new(7.5f);
    private static readonly TextStyle Head = new(6.6f) { Bold = true, Color = TextStyle.Grey };

    public static void Draw(PageFlow flow, BookList list)
    {
        flow.Need(HeadingHeight + (3 * RowHeight));
        flow.Pen?.Text(list.Title, PageFlow.Margin, flow.Y + 12, flow.Width, new TextStyle(11) { Bold = true });
        flow.Y += HeadingHeight;
        Header(flow, list);
        for (var i = 0; i < list.Lines.Count; i++)
        {
            var line = list.Lines[i];
            if (flow.Need((line.IsHead ? Kept(list, i) : 1) * RowHeight))
            {
                Header(flow, list);
            }

            Cells(flow, list, line.Cells, Body with { Bold = line.IsHead, Form = HanForms.Of(line.Country) });
        }

        flow.Y += Gap;
    }

    /// <summary>Lines that stand on one page: a group's, as far as it is not long.</summary>
    private static int Kept(BookList list, int head)
    {
        var end = head + 1;
        while (end < list.Lines.Count && !list.Lines[end].IsHead && end - head < MostKept)
        {
            end++;
        }

        return end - head;
    }

    private static void Header(PageFlow flow, BookList list)
    {
        Cells(flow, list, [.. list.Columns.Select(column => column.Title)], Head);
        flow.Pen?.Line(PageFlow.Margin, flow.Y, PageFlow.Margin + flow.Width, flow.Y, 0.5f, TextStyle.Grey);
    }

    private static void Cells(PageFlow flow, BookList list, IReadOnlyList<string> cells, TextStyle style)
    {
        var x = PageFlow.Margin;
        for (var i = 0; i < cells.Count; i++)
        {
            var width = flow.Width * list.Columns[i].Share;
            flow.Pen?.Text(cells[i], x + 1, flow.Y + 8.2f, width - 4, style with { Align = list.Columns[i].Align });
            x += width;
        }

        flow.Y += RowHeight;
    }
}
