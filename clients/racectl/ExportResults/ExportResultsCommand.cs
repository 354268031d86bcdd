using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary><c>racectl results export</c>.</summary>
internal static class ExportResultsCommand
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = ExportFormat.Csv,
        ["json"] = ExportFormat.Json,
    };

    public static Command Create(GlobalOptions options)
    {
        var meet = new Option<string>("--meet") { Description = "The meet.", HelpName = "ID", Required = true };
        var race = new Option<string>("--race") { Description = "Only this race; all races otherwise.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var format = new Option<string>("--format") { Description = $"One of {string.Join(", ", Formats.Keys)}.", DefaultValueFactory = _ => "csv" }.AcceptOnlyFromAmongOf([.. Formats.Keys]);
        var file = new Option<string?>("--out", "-o") { Description = "File to write; the standard output otherwise.", HelpName = "FILE" };
        var splits = new Option<string>("--splits") { Description = "What split times count from: official, net or gun (csv, json).", DefaultValueFactory = _ => "official" }.AcceptOnlyFromAmongOf("official", "net", "gun");
        var names = new Option<bool>("--names") { Description = "Name, club and team after the other columns (csv, json)." };
        var command = new Command("export", "Writes every runner's result: the ranked by place, then the others by bib.") { meet, race, format, file, splits, names };
        return command.Does(options, (context, parse) =>
        {
            var chosen = Formats[context.Terminal.IsJson && parse.GetResult(format) is not { Implicit: false } ? "json" : parse.GetRequiredValue(format)];
            var request = new ExportResultsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Format = chosen,
                SplitBasis = SplitBasisOf(parse.GetRequiredValue(splits)),
                IncludeNames = parse.GetValue(names),
            };
            return ExportCall.RunAsync(context, request, parse.GetValue(file), isText: true);
        });
    }

    private static ExportSplitBasis SplitBasisOf(string word) => word switch
    {
        "net" => ExportSplitBasis.Net,
        "gun" => ExportSplitBasis.Gun,
        _ => ExportSplitBasis.Unspecified,
    };
}
