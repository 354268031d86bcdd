using System.CommandLine;
using Grpc.Core;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results download</c>.</summary>
internal static class DownloadCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, race, version) = (CommonOptions.Meet(), CommonOptions.Race(), ClassificationOptions.Version());
        var file = new Option<string>("--out", "-o") { Description = "File to write.", HelpName = "FILE", Required = true };
        var evidence = new Option<bool>("--evidence") { Description = "The records that the version was scored from, instead of the results." };
        var command = new Command("download", "Downloads a published version, or its evidence, as a file that can be verified without a server.") { meet, race, version, file, evidence };
        return command.Does(options, async (context, parse) =>
        {
            var (meetId, raceId, number, path) = (parse.GetRequiredValue(meet), parse.GetRequiredValue(race), parse.GetValue(version), parse.GetRequiredValue(file));
            var length = parse.GetValue(evidence)
                ? await ReceivedFile.WriteAsync(path, Evidence(context, meetId, raceId, number), context.CancellationToken).ConfigureAwait(false)
                : await ReceivedFile.WriteAsync(path, Document(context, meetId, raceId, number), context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer($"{length} bytes in {path}.", new { path, length });
            return ExitCode.Ok;
        });
    }

    /// <summary>A version's document, piece by piece.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Document(CommandContext context, string meetId, string raceId, int version)
    {
        var request = new GetClassificationRequest { MeetId = meetId, RaceId = raceId, Version = version };
        using var call = context.Client.Results.GetClassification(request, cancellationToken: context.CancellationToken);
        await foreach (var piece in call.ResponseStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
        {
            yield return piece.Content.Memory;
        }
    }

    /// <summary>A version's evidence, piece by piece.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Evidence(CommandContext context, string meetId, string raceId, int version)
    {
        var request = new GetEvidenceRequest { MeetId = meetId, RaceId = raceId, Version = version };
        using var call = context.Client.Results.GetEvidence(request, cancellationToken: context.CancellationToken);
        await foreach (var piece in call.ResponseStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
        {
            yield return piece.Content.Memory;
        }
    }
}
