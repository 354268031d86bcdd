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

    /// <summary>Which published version; without it the results as they stand.</summary>
    public static Option<string> ClassificationOption()
    {
        var option = new Option<string>("--classification") { Description = "A published version by its number, or latest; without it the results as they stand.", HelpName = "VERSION", DefaultValueFactory = _ => "" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value != "latest" && !(int.TryParse(token.Value, out var number) && number > 0))
            {
                result.AddError($"--classification: '{token.Value}' is neither latest nor the number of a version.");
            }
        });
        return option;
    }

    public static int VersionOf(string word) => word switch { "" => 0, "latest" => -1, _ => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Writes to the file and says what is in it, the results when <paramref name="what"/> is empty; or to the standard output when none is named.</summary>
    public static async Task<int> RunAsync(CommandContext context, ExportResultsRequest request, string? path, bool isText, string what)
    {
        var download = new ExportDownload(context.Client, new PatientCalls(TimeSpan.Zero, TimeProvider.System));
        if (path is not null)
        {
            var header = await download.ToFileAsync(request, path, context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Say($"{(what.Length > 0 ? what : $"{header.RunnerCount} results")} of {string.Join(", ", header.RaceIds)} in {path}.");
            return ExitCode.Ok;
        }

        if (!isText)
        {
            context.Terminal.Say("This format is no text: name a file with --out; see --help.");
            return ExitCode.Usage;
        }

        await download.ToTextAsync(request, context.Terminal.Output, context.CancellationToken).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
