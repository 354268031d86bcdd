using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Clocks;

/// <summary><c>racectl timing clock list</c>.</summary>
internal static class ListClocksCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, device) = (ClockOptions.Meet(), ClockOptions.OnlyDevice());
        var command = new Command("list", "Lists all corrections of clocks, revoked ones too.") { meet, device };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListClockCorrectionsRequest { MeetId = parse.GetRequiredValue(meet), DeviceId = parse.GetRequiredValue(device) };
            var corrections = new List<ClockCorrection>();
            do
            {
                var page = await context.Client.Timing.ListClockCorrectionsAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
                corrections.AddRange(page.ClockCorrections);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", new { corrections = corrections.Select(ClockTables.Json) });
            }
            else
            {
                context.Terminal.OutputConsole().Write(ClockTables.Of(corrections));
            }

            return ExitCode.Ok;
        });
    }
}
