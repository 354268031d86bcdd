using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results key</c>.</summary>
internal static class KeyCommand
{
    public static Command Create(GlobalOptions options)
    {
        var file = new Option<string?>("--out", "-o") { Description = "Writes the public key to this file.", HelpName = "FILE" };
        var command = new Command("key", "Shows the public key that signs results, and its fingerprint to publish.") { file };
        return command.Does(options, async (context, parse) =>
        {
            var key = await context.Client.Results.GetSigningKeyAsync(new GetSigningKeyRequest(), cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (parse.GetValue(file) is { } path)
            {
                await File.WriteAllTextAsync(path, key.PublicKey, context.CancellationToken).ConfigureAwait(false);
            }

            context.Terminal.Answer($"{key.PublicKey}Fingerprint (SHA-256): {key.Fingerprint}", new { key.PublicKey, key.Fingerprint });
            return ExitCode.Ok;
        });
    }
}
