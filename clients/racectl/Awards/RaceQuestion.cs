using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using Spectre.Console;

namespace RaceSystem.Racectl.Awards;

/// <summary>What the commands about one race's finish have in common.</summary>
internal static class RaceQuestion
{
    public static Option<string> Meet() => new("--meet") { Description = "The meet.", HelpName = "ID", Required = true };

    public static Option<string> Race() => new("--race") { Description = "The race.", HelpName = "ID", Required = true };

    /// <summary>Rows of a list, read page by page from one snapshot.</summary>
    public static Option<int> Top() => new Option<int>("--top") { Description = "Rows from the top, 1 to 100000.", DefaultValueFactory = _ => 100 }.InRange(1, 100_000);

    /// <summary>A table for people, the value for programs.</summary>
    public static int Show(CommandContext context, Table table, object json)
    {
        context.Terminal.Answer(table, json);
        return ExitCode.Ok;
    }

    public static Table TableOf(string caption, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded, Caption = new TableTitle(Markup.Escape(caption)) };
        table.AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        return table;
    }
}
