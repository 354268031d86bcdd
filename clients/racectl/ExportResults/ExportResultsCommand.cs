using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Replay;

namespace RaceSystem.Racectl.ExportResults;

/// <summary><c>racectl results export</c>.</summary>
internal static class ExportResultsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = new Option<string>("--meet") { Description = "The meet.", HelpName = "ID", Required = true };
        var race = new Option<string>("--race") { Description = "Only this race; all races otherwise.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var format = new Option<string>("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" }.AcceptOnlyFromAmongOf("csv", "json");
        var file = new Option<string?>("--out", "-o") { Description = "File to write; the standard output otherwise.", HelpName = "FILE" };
        var splits = new Option<string>("--splits") { Description = "What split times count from: official, net or gun.", DefaultValueFactory = _ => "official" }.AcceptOnlyFromAmongOf("official", "net", "gun");
        var command = new Command("export", "Writes every runner's result: the ranked by place, then the others by bib.") { meet, race, format, file, splits };
        return command.Does(options, async (context, parse) =>
        {
            var reader = new ResultsReader(context.Client, new PatientCalls(TimeSpan.Zero, TimeProvider.System));
            var basis = Enum.Parse<SplitBasis>(parse.GetRequiredValue(splits), ignoreCase: true);
            var table = await reader.ReadAsync(parse.GetRequiredValue(meet), parse.GetRequiredValue(race), basis, context.CancellationToken).ConfigureAwait(false);
            var chosen = context.Terminal.IsJson && parse.GetResult(format) is not { Implicit: false } ? "json" : parse.GetRequiredValue(format);
            if (parse.GetValue(file) is { } path)
            {
                ResultFile.Write(table, chosen, path);
                context.Terminal.Say($"{table.Rows.Count} results of {string.Join(", ", table.RaceIds)} in {path}.");
            }
            else
            {
                ResultFile.Write(table, chosen, context.Terminal.Output);
            }

            return ExitCode.Ok;
        });
    }
}
