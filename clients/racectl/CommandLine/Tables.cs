using Spectre.Console;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Tables for people. What stands in a cell is text, never markup.</summary>
internal static class Tables
{
    public static Table Of(string[] columns, IEnumerable<string[]> rows, string caption = "")
    {
        var table = new Table { Border = TableBorder.Rounded, Caption = caption.Length > 0 ? new TableTitle(Markup.Escape(caption)) : null };
        table.AddColumns(columns.Select(Markup.Escape).ToArray());
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        return table;
    }
}
