using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>What the commands that fetch a file have in common.</summary>
internal static class ExportCall
{
    public static Option<string> LanguageOption(string description) =>
        new Option<string>("--language") { Description = description, DefaultValueFactory = _ => "en" }.AcceptOnlyFromAmongOf("en", "ko");

    /// <summary>Writes to the file, or to the standard output when none is named.</summary>
    public static async Task<int> RunAsync(CommandContext context, ExportResultsRequest request, string? path, bool isText)
    {
        var download = new ExportDownload(context.Client, new PatientCalls(TimeSpan.Zero, TimeProvider.System));
        if (path is not null)
        {
            var header = await download.ToFileAsync(request, path, context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Say($"{header.RunnerCount} results of {string.Join(", ", header.RaceIds)} in {path}.");
            return ExitCode.Ok;
        }

        if (!isText)
        {
            throw new InputException("This format is no text: name a file with --out.");
        }

        await download.ToTextAsync(request, context.Terminal.Output, context.CancellationToken).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
