using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.ExportResults;

/// <summary><c>racectl results certificate</c>.</summary>
internal static class CertificateCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = new Option<string>("--race") { Description = "The race; may be left out where the meet has one.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var bib = new Option<string>("--bib") { Description = "The runner.", HelpName = "BIB", Required = true };
        var file = new Option<string>("--out", "-o") { Description = "PDF file to write.", HelpName = "FILE", Required = true };
        var language = ExportCall.LanguageOption("en or ko.");
        var classification = ExportCall.ClassificationOption();
        return new Command("certificate", "Writes the certificate of a runner who finished.") { meet, race, bib, file, language, classification }.Does(options, (context, parse) =>
        {
            var request = new ExportResultsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Bib = parse.GetRequiredValue(bib),
                Format = ExportFormat.CertificatePdf,
                Language = parse.GetRequiredValue(language),
                Version = ExportCall.VersionOf(parse.GetRequiredValue(classification)),
            };
            return ExportCall.RunAsync(context, request, parse.GetRequiredValue(file), isText: false, $"The certificate of bib {request.Bib}");
        });
    }
}
