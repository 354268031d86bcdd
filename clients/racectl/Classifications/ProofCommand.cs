using System.CommandLine;
using System.Text;
using System.Text.Json;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.Certification.Proofs;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results proof</c>: <c>get</c> asks the service, <c>verify</c> asks nobody.</summary>
internal static class ProofCommand
{
    public static Command Create(GlobalOptions options) =>
        new("proof", "Proves that one runner's row is in a published version.") { Get(options), Verify(options) };

    private static Command Get(GlobalOptions options)
    {
        var (meet, race, version) = (CommonOptions.Meet(), CommonOptions.Race(), ClassificationOptions.Version());
        var bib = new Option<string>("--bib") { Description = "The runner.", HelpName = "BIB", Required = true };
        var without = new Option<bool>("--without-person") { Description = "Leaves name, club and country out." };
        var file = new Option<string?>("--out", "-o") { Description = "Writes the proof as JSON to this file; the packed text for a QR code goes to the output otherwise.", HelpName = "FILE" };
        var command = new Command("get", "Gets the proof of a runner.") { meet, race, version, bib, without, file };
        return command.Does(options, async (context, parse) =>
        {
            var request = new GetInclusionProofRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Version = parse.GetValue(version),
                Bib = parse.GetRequiredValue(bib),
                WithoutPerson = parse.GetValue(without),
            };
            var proof = await context.Client.Results.GetInclusionProofAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (parse.GetValue(file) is { } path)
            {
                await File.WriteAllTextAsync(path, proof.Proof, context.CancellationToken).ConfigureAwait(false);
            }

            context.Terminal.Answer(parse.GetValue(file) is { } written ? $"The proof of bib {request.Bib} is in {written}." : proof.Payload, new { proof.Proof, proof.Payload });
            return ExitCode.Ok;
        });
    }

    private static Command Verify(GlobalOptions options)
    {
        var proof = new Argument<string>("proof") { Description = "The proof: a file, or the text of the QR code (RS1:…)." };
        var key = ClassificationOptions.Key();
        key.Required = true;
        var command = new Command("verify", "Verifies a proof without a server, against the organiser's public key.") { proof, key };
        return command.Does(options, (context, parse) =>
        {
            var proven = VerifyProof(parse.GetRequiredValue(proof), parse.GetValue(key) ?? "");
            var statement = proven.Statement;
            context.Terminal.Answer(
                $"""
                Verified: this row is one of the {statement.RowCount} of {statement.RaceId} of {statement.MeetId}, version {statement.Version} {statement.State}, published at {statement.PublishedAt}.
                {Who(proven.Person)}{Sentence(proven.Row)}
                {proven.Row}
                {(proven.Person.Length > 0 ? proven.Person : "NOT PROVEN: whose row it is. The proof names nobody.")}
                NOT PROVEN: that no later version was published.
                """,
                new { statement.MeetId, statement.RaceId, statement.Version, statement.State, statement.PublishedAt, statement.Header, proven.Row, proven.Person });
            return Task.FromResult(ExitCode.Ok);
        });
    }

    /// <summary>The row in words; what it leaves out is not said.</summary>
    private static string Sentence(string row)
    {
        using var document = JsonDocument.Parse(row);
        var (fields, said) = (document.RootElement, new List<string>());
        foreach (var (field, word) in new[] { ("bib", "bib"), ("status", "status"), ("place", "place"), ("place_sex", "by sex"), ("place_division", "by division") })
        {
            said.Add(fields.TryGetProperty(field, out var value) ? $"{word} {value}" : "");
        }

        said.Add(fields.TryGetProperty("official_ms", out var time) ? $"official time {ClassificationText.Clock(time.GetInt64())}" : "");
        return string.Join(", ", said.Where(text => text.Length > 0)) + ".";
    }

    /// <summary>Name and nationality, where the proof shows them.</summary>
    private static string Who(string person)
    {
        if (person.Length == 0)
        {
            return "";
        }

        using var document = JsonDocument.Parse(person);
        string TextOf(string member) => document.RootElement.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
        var country = TextOf("country") is { Length: > 0 } code ? $" ({code})" : "";
        return TextOf("name") is { Length: > 0 } name ? $"{name}{country}, " : "";
    }

    private static ProvenRow VerifyProof(string proof, string keyFile)
    {
        try
        {
            var bytes = proof.StartsWith(ProofPayload.Prefix, StringComparison.Ordinal) ? ProofPayload.Unpack(proof.Trim()) : Read(proof);
            return InclusionProof.Verify(bytes, KeyFile.Read(keyFile));
        }
        catch (Exception error) when (error is FormatException or UnauthorizedAccessException)
        {
            throw new InputException($"The proof is NOT verified: {error.Message}.");
        }
    }

    private static byte[] Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.AsSpan().StartsWith("RS1:"u8) ? ProofPayload.Unpack(Encoding.ASCII.GetString(bytes).Trim()) : bytes;
    }
}
