using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary><c>racectl results export</c>.</summary>
internal static class ExportResultsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = new Option<string>("--race") { Description = "Only this race; all races otherwise.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var format = new Option<string>("--format") { Description = $"One of {string.Join(", ", ExportFormatWords.OfExport)}.", DefaultValueFactory = _ => "csv" }.AcceptOnlyFromAmongOf(ExportFormatWords.OfExport);
        var file = new Option<string?>("--out", "-o") { Description = "File to write; the standard output otherwise.", HelpName = "FILE" };
        var splits = new Option<string>("--splits") { Description = "What split times count from: official, net or gun (csv, json).", DefaultValueFactory = _ => "official" }.AcceptOnlyFromAmongOf("official", "net", "gun");
        var names = new Option<bool>("--names") { Description = "Name, club and team after the other columns (csv, json)." };
        var language = ExportCall.LanguageOption("Of html and pdf: en or ko.");
        var classification = ExportCall.ClassificationOption();
        var inferred = new Option<bool>("--inferred") { Description = "What missed splits are likely to have been, in columns of their own (csv; json always)." };
        var command = new Command("export", "Writes every runner's result, as a table for programs or as a result book.") { meet, race, format, file, splits, names, language, inferred, classification };
        return command.Does(options, (context, parse) =>
        {
            var (chosen, isText) = ExportFormatWords.Export(context.Terminal.IsJson && parse.GetResult(format) is not { Implicit: false } ? "json" : parse.GetRequiredValue(format));
            var request = new ExportResultsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Format = chosen,
                SplitBasis = SplitBasisOf(parse.GetRequiredValue(splits)),
                IncludeNames = parse.GetValue(names),
                Language = parse.GetRequiredValue(language),
                IncludeInferred = parse.GetValue(inferred),
                Version = ExportCall.VersionOf(parse.GetRequiredValue(classification)),
            };
            return ExportCall.RunAsync(context, request, parse.GetValue(file), isText, "");
        });
    }

    private static ExportSplitBasis SplitBasisOf(string word) => word switch
    {
        "net" => ExportSplitBasis.Net,
        "gun" => ExportSplitBasis.Gun,
        _ => ExportSplitBasis.Unspecified,
    };
}
