using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary><c>racectl results bulletin</c>.</summary>
internal static class BulletinCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = new Option<string>("--race") { Description = "Only this race; all races otherwise.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var format = new Option<string>("--format") { Description = $"One of {string.Join(", ", ExportFormatWords.OfBulletin)}.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmongOf(ExportFormatWords.OfBulletin);
        var file = new Option<string?>("--out", "-o") { Description = "File to write; the standard output otherwise.", HelpName = "FILE" };
        var language = ExportCall.LanguageOption("en or ko.");
        var classification = ExportCall.ClassificationOption();
        return new Command("bulletin", "Writes a bulletin for the press: winners, records, nations, starters and finishers.") { meet, race, format, file, language, classification }.Does(options, (context, parse) =>
        {
            var (chosen, isText) = ExportFormatWords.Bulletin(parse.GetRequiredValue(format));
            var request = new ExportResultsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Format = chosen,
                Language = parse.GetRequiredValue(language),
                Version = ExportCall.VersionOf(parse.GetRequiredValue(classification)),
            };
            return ExportCall.RunAsync(context, request, parse.GetValue(file), isText, "The bulletin");
        });
    }
}
