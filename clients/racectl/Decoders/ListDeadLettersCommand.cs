using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Decoders;

/// <summary><c>racectl timing decoder dead-letters</c>.</summary>
internal static class ListDeadLettersCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var decoder = new Option<string>("--decoder") { Description = "Only of this decoder.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("dead-letters", "Lists what decoders sent and what went nowhere, with the reason, the newest first.") { meet, decoder };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListDeadLettersRequest { MeetId = parse.GetRequiredValue(meet), DecoderId = parse.GetRequiredValue(decoder), PageSize = 1_000 };
            var letters = await Pages.FollowAsync(
                    token => context.Client.Timing.ListDeadLettersAsync(new ListDeadLettersRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.DeadLetters)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(DecoderTables.Of(letters), new { deadLetters = letters.Select(JsonMessages.Of) });
            return ExitCode.Ok;
        });
    }
}
