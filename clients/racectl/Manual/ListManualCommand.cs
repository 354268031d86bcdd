using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Manual;

/// <summary><c>racectl timing manual list</c>.</summary>
internal static class ListManualCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, point) = (CommonOptions.Meet(), CommonOptions.OnlyPoint());
        var bib = new Option<string>("--bib") { Description = "Only this runner.", HelpName = "BIB", DefaultValueFactory = _ => "" };
        var command = new Command("list", "Lists times that people took, revoked ones too.") { meet, point, bib };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListManualPassingsRequest { MeetId = parse.GetRequiredValue(meet), TimingPointId = parse.GetRequiredValue(point), Bib = parse.GetRequiredValue(bib), PageSize = 1_000 };
            var passings = await Pages.FollowAsync(
                    token => context.Client.Timing.ListManualPassingsAsync(new ListManualPassingsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.ManualPassings)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(ManualTable.Of(passings), new { passings = passings.Select(ManualTable.Json) });
            return ExitCode.Ok;
        });
    }
}
