using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Entries;

/// <summary><c>racectl entries import</c>.</summary>
internal static class ImportEntriesCommand
{
    public static Command Create(GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = $"CSV in UTF-8 whose first line names the columns: {string.Join(",", EntryColumns.All)}. Only race is required; ';' separates chips." };
        var meet = CommonOptions.Meet();
        var skip = new Option<bool>("--skip-invalid") { Description = "Import the good lines although others are bad." };
        var check = new Option<bool>("--validate-only") { Description = "Report what would happen and write nothing." };
        var command = new Command("import", "Imports entries. All bad lines are reported; when there is one, nothing is imported unless --skip-invalid. An entry_id that exists is replaced.") { file, meet, skip, check };
        return command.Does(options, (context, parse) =>
        {
            var header = new ImportHeader { MeetId = parse.GetRequiredValue(meet), SkipInvalid = parse.GetValue(skip), ValidateOnly = parse.GetValue(check) };
            return RunAsync(context, EntryFile.Read(parse.GetRequiredValue(file)), header);
        });
    }

    private static async Task<int> RunAsync(CommandContext context, EntryFile file, ImportHeader header)
    {
        // With bad lines of our own nothing may be written, but the server's view of the others belongs into the same report.
        header.ValidateOnly |= file.Problems.Count > 0 && !header.SkipInvalid;
        var importer = new EntryImporter(context.Client, new PatientCalls(TimeSpan.Zero, TimeProvider.System));
        var response = new ImportEntriesResponse();
        await context.Terminal.WithProgressAsync("entries", file.Rows.Count, async progress =>
            response = await importer.ImportAsync(header, file.Rows, progress, context.CancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return Report(context.Terminal, file, header, response);
    }

    private static int Report(Terminal terminal, EntryFile file, ImportHeader header, ImportEntriesResponse response)
    {
        var problems = file.Problems.Concat(EntryImporter.Problems(response)).OrderBy(problem => problem.Line).ToArray();
        var invalid = file.Problems.Select(problem => problem.Line).Distinct().Count() + response.InvalidCount;
        var isWritten = !header.ValidateOnly && (invalid == 0 || header.SkipInvalid);
        terminal.SayProblems(problems);
        if (invalid > 0)
        {
            terminal.Say($"{invalid} bad lines{(isWritten ? " left out" : "")}.");
        }

        terminal.Answer(
            $"{(isWritten ? "Imported" : invalid > 0 ? "Nothing imported" : "Would import")}: {response.CreatedCount} new, {response.UpdatedCount} changed, {response.UnchangedCount} unchanged.",
            new
            {
                imported = isWritten,
                created = response.CreatedCount,
                updated = response.UpdatedCount,
                unchanged = response.UnchangedCount,
                invalid,
                problems = problems.Select(problem => new { problem.Line, problem.Field, problem.Message }),
            });
        return invalid > 0 && !header.SkipInvalid ? ExitCode.Failed : ExitCode.Ok;
    }
}
