using RaceSystem.Results.Publishing.Markup;
using RaceSystem.Results.Publishing.Pdf;

namespace RaceSystem.Results.Publishing.Books;

/// <summary>Writes the lists of a book as HTML.</summary>
internal static class HtmlLists
{
    public static void Write(TextWriter writer, BookList list)
    {
        writer.Write($"<h3>{Html.Text(list.Title)}</h3>\n<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var column in list.Columns)
        {
            writer.Write($"<th{ClassOf(column, isHead: false)}>{Html.Text(column.Title)}</th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (var line in list.Lines)
        {
            writer.Write("<tr>");
            for (var i = 0; i < list.Columns.Count; i++)
            {
                var column = list.Columns[i];
                writer.Write($"<td{ClassOf(column, line.IsHead)}>{(column.Align == Align.Left && line.Cells[i].Length > 0 ? Html.Name(line.Cells[i]) : Html.Text(line.Cells[i]))}</td>");
            }

            writer.Write("</tr>\n");
        }

        writer.Write("</tbody></table></div>\n");
    }

    private static string ClassOf(ListColumn column, bool isHead) => (column.Align, isHead) switch
    {
        (Align.Right, true) => " class=\"r b\"",
        (Align.Right, false) => " class=\"r\"",
        (_, true) => " class=\"b\"",
        _ => "",
    };
}
