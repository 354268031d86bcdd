using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Explain;

/// <summary><c>racectl timing explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var point = new Option<string>("--point") { Description = "Where.", HelpName = "ID", Required = true };
        var chip = new Option<string>("--chip") { Description = "Whose reads.", HelpName = "CODE", Required = true };
        var from = CommonOptions.Moment("--from", "Only reads from this moment on.");
        var to = CommonOptions.Moment("--to", "Only reads before this moment.");
        var command = new Command("explain", "Tells what became of each read of a chip at a timing point, by which rule, and how each passing got its time.") { meet, point, chip, from, to };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ExplainPassingRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                TimingPointId = parse.GetRequiredValue(point),
                Chip = parse.GetRequiredValue(chip),
                FromTime = Moments.TimestampOf(parse.GetValue(from)),
                ToTime = Moments.TimestampOf(parse.GetValue(to)),
                PageSize = 1_000,
            };
            var explanation = await ReadAsync(context, request).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", ExplanationTables.Json(explanation));
            }
            else
            {
                context.Terminal.OutputConsole().Write(ExplanationTables.PassingsOf(explanation));
                context.Terminal.OutputConsole().Write(ExplanationTables.ReadsOf(explanation));
            }

            return ExitCode.Ok;
        });
    }

    /// <summary>All pages as one; a passing whose reads lie on two pages is told once.</summary>
    private static async Task<ExplainPassingResponse> ReadAsync(CommandContext context, ExplainPassingRequest request)
    {
        var whole = new ExplainPassingResponse();
        var pages = Pages.FollowAsync(
            token => context.Client.Timing.ExplainPassingAsync(new ExplainPassingRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
            page => page.NextPageToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            whole.Reads.AddRange(page.Reads);
            whole.Passings.AddRange(page.Passings.Where(passing => whole.Passings.Count == 0 || passing.Number > whole.Passings[^1].Number));
        }

        return whole;
    }
}
