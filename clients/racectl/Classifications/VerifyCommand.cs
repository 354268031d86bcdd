using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.Certification.Verification;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results verify</c>: asks no server.</summary>
internal static class VerifyCommand
{
    public static Command Create(GlobalOptions options)
    {
        var file = new Argument<string>("file") { Description = "The document (racectl results download)." };
        var key = ClassificationOptions.Key();
        var awards = new Option<bool>("--awards") { Description = "Lists the winners that were signed." };
        var command = new Command("verify", "Verifies published results from the file alone, without a server.") { file, key, awards };
        return command.Does(options, (context, parse) =>
        {
            var path = parse.GetRequiredValue(file);
            var trusted = parse.GetValue(key) is { } keyFile ? KeyFile.Read(keyFile).Fingerprint : null;
            var report = Verify(path, trusted);
            var lists = report.Header.Content.Awards ?? [];
            context.Terminal.Answer(string.Join(Environment.NewLine, [TextOf(report), .. parse.GetValue(awards) ? lists.Select(AwardText.Of) : []]), new
            {
                report.Header.Content.MeetId,
                report.Header.Content.RaceId,
                report.Header.Version,
                State = report.Header.State.ToString(),
                report.Hash,
                Rows = report.Header.Content.RowCount,
                report.ShownPersons,
                report.HiddenPersons,
                Key = report.Key.Fingerprint,
                report.IsKeyTrusted,
                Awards = parse.GetValue(awards) ? lists : null,
            });
            return Task.FromResult(ExitCode.Ok);
        });
    }

    public static DocumentReport Verify(string path, string? trusted)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return DocumentVerifier.Verify(stream, trusted);
        }
        catch (Exception error) when (error is FormatException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} is NOT verified: {error.Message}.");
        }
    }

    private static string TextOf(DocumentReport report)
    {
        var persons = report.HiddenPersons == 0
            ? $"All {report.ShownPersons} runners are named as they were signed."
            : $"{report.ShownPersons} runners are named as they were signed; {report.HiddenPersons} are not named (anonymous, erased, or left out of this file), their results are.";
        var signer = report.IsKeyTrusted
            ? $"Signed by the key you gave, {report.Key.Fingerprint}."
            : $"""
              NOT PROVEN: who signed. The key stands in the file itself: {report.Key.Fingerprint}
              Compare it with the fingerprint that the organiser published, or give the organiser's key with --key.
              """;
        return $"""
            Verified: {ClassificationText.Of(report.Header, report.Hash)}.
            Nothing in it was changed since it was signed: every row, every split, their order and number, the rules.
            {persons}
            {AwardText.CountOf(report.Header.Content.Awards)}
            {signer}
            """;
    }
}
