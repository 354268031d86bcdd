using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Decoders;

/// <summary><c>racectl timing decoder apply</c>.</summary>
internal static class ApplyDecodersCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var file = new Option<FileInfo>("--file", "-f")
        {
            Description = "JSON, {\"decoders\": [{\"decoderId\": \"finish\", \"protocol\": \"mylaps\", \"locations\": [{\"deviceId\": \"finish-a\"}]}]}, in the words of ApplyDecoders.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("apply", "Creates decoders or brings them to the settings of a file; what is not in it stays. One without a change goes on.") { meet, file };
        return command.Does(options, async (context, parse) =>
        {
            var request = JsonMessages.Read<ApplyDecodersRequest>(parse.GetRequiredValue(file));
            request.MeetId = parse.GetRequiredValue(meet);
            request.RequestId = $"{Guid.NewGuid():n}";
            var decoders = (await context.Client.Timing.ApplyDecodersAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false)).Decoders;
            context.Terminal.Answer(DecoderTables.Of(decoders), new { decoders = decoders.Select(JsonMessages.Of) });
            return ExitCode.Ok;
        });
    }
}
