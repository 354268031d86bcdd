using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Decoders;

/// <summary><c>racectl timing decoder remove</c>.</summary>
internal static class RemoveDecodersCommand
{
    public static Command Create(GlobalOptions options)
    {
        var ids = new Argument<string[]>("decoder") { Description = "Their ids, see `list`.", Arity = ArgumentArity.OneOrMore };
        var meet = CommonOptions.Meet();
        var command = new Command("remove", "Removes decoders with their settings; their reads stay. Unknown ones are no error.") { ids, meet };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ApplyDecodersRequest { MeetId = parse.GetRequiredValue(meet), RemovedDecoderIds = { parse.GetRequiredValue(ids) }, RequestId = $"{Guid.NewGuid():n}" };
            await context.Client.Timing.ApplyDecodersAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer($"Removed: {string.Join(", ", request.RemovedDecoderIds)}.", new { removed = request.RemovedDecoderIds });
            return ExitCode.Ok;
        });
    }
}
