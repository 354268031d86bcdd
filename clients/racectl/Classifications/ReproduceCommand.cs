using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.Certification.Verification;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results reproduce</c>: scores the evidence anew and compares with what was published.</summary>
internal static class ReproduceCommand
{
    private const int ShownDifferences = 20;

    public static Command Create(GlobalOptions options)
    {
        var file = new Option<string?>("--file") { Description = "The document (racectl results download); asked from the service otherwise.", HelpName = "FILE" };
        var evidence = new Option<string?>("--evidence") { Description = "Its evidence (racectl results download --evidence); asked from the service otherwise.", HelpName = "FILE" };
        var meet = new Option<string>("--meet") { Description = "The meet, where the service is asked.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var race = new Option<string>("--race") { Description = "The race, where the service is asked.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var version = ClassificationOptions.Version();
        var key = ClassificationOptions.Key();
        var command = new Command("reproduce", "Scores a published version anew from its evidence and compares every byte.") { file, evidence, meet, race, version, key };
        command.Validators.Add(result =>
        {
            var isAsked = result.GetResult(file) is null || result.GetResult(evidence) is null;
            if (isAsked && (result.GetResult(meet) is not { Implicit: false } || result.GetResult(race) is not { Implicit: false }))
            {
                result.AddError("Give --file and --evidence, or --meet and --race to ask the service.");
            }
        });
        return command.Does(options, async (context, parse) =>
        {
            var trusted = parse.GetValue(key) is { } keyFile ? KeyFile.Read(keyFile).Fingerprint : null;
            var (meetId, raceId, number) = (parse.GetRequiredValue(meet), parse.GetRequiredValue(race), parse.GetValue(version));
            using var inputs = new ReproductionInputs();
            var document = parse.GetValue(file) ?? await inputs.ReceiveAsync("document", DownloadCommand.Document(context, meetId, raceId, number), context.CancellationToken).ConfigureAwait(false);
            var records = parse.GetValue(evidence) ?? await inputs.ReceiveAsync("evidence", DownloadCommand.Evidence(context, meetId, raceId, number), context.CancellationToken).ConfigureAwait(false);
            var result = Reproduce(document, records, trusted);
            context.Terminal.Answer(TextOf(result), new { result.IsSame, result.Report.Hash, result.Rows, result.Differences, Key = result.Report.Key.Fingerprint, result.Report.IsKeyTrusted });
            return result.IsSame ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    private static Reproduction Reproduce(string document, string evidence, string? trusted)
    {
        try
        {
            using var published = File.OpenRead(document);
            using var records = File.OpenRead(evidence);
            return Reproduction.Of(published, records, trusted);
        }
        catch (Exception error) when (error is FormatException or UnauthorizedAccessException)
        {
            throw new InputException($"NOT reproduced: {error.Message}.");
        }
    }

    private static string TextOf(Reproduction result) => result.IsSame
        ? $"""
          Reproduced: {ClassificationText.Of(result.Report.Header, result.Report.Hash)}.
          The {result.Report.Header.Content.EvidenceCount} records of the evidence give the same {result.Rows} rows and the same header, byte for byte.
          {(result.Report.IsKeyTrusted ? "Signed by the key you gave." : $"NOT PROVEN: who signed. The key in the document is {result.Report.Key.Fingerprint}.")}
          """
        : string.Join(Environment.NewLine,
            [$"NOT reproduced: {result.Differences.Count} differences.", .. result.Differences.Take(ShownDifferences)]);
}
