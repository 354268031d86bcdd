using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Decoders;

/// <summary><c>racectl timing decoder list</c>.</summary>
internal static class ListDecodersCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var command = new Command("list", "Lists a meet's decoders, with what goes on with them on the instance that answers.") { meet };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListDecodersRequest { MeetId = parse.GetRequiredValue(meet) };
            var decoders = await Pages.FollowAsync(
                    token => context.Client.Timing.ListDecodersAsync(new ListDecodersRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Decoders)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(DecoderTables.Of(decoders), new { decoders = decoders.Select(JsonMessages.Of) });
            return ExitCode.Ok;
        });
    }
}
