using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Clocks;

/// <summary><c>racectl timing clock list</c>.</summary>
internal static class ListClocksCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, device) = (CommonOptions.Meet(), CommonOptions.OnlyDevice());
        var command = new Command("list", "Lists all corrections of clocks, revoked ones too.") { meet, device };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListClockCorrectionsRequest { MeetId = parse.GetRequiredValue(meet), DeviceId = parse.GetRequiredValue(device) };
            var corrections = await Pages.FollowAsync(
                    token => context.Client.Timing.ListClockCorrectionsAsync(new ListClockCorrectionsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.ClockCorrections)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(ClockTables.Of(corrections), new { corrections = corrections.Select(ClockTables.Json) });
            return ExitCode.Ok;
        });
    }
}
