using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Manual;

/// <summary><c>racectl timing manual revoke</c>.</summary>
internal static class RevokeManualCommand
{
    public static Command Create(GlobalOptions options)
    {
        var id = new Argument<string>("passing") { Description = "Its id, see `list`." };
        var (meet, by) = (CommonOptions.Meet(), CommonOptions.By());
        var note = new Option<string>("--note") { Description = "Why.", HelpName = "TEXT", Required = true };
        var command = new Command("revoke", "Takes a time back that a person took; it stays in the list.") { id, meet, by, note };
        return command.Does(options, async (context, parse) =>
        {
            var request = new RevokeManualPassingRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                ManualPassingId = parse.GetRequiredValue(id),
                RevokedBy = parse.GetRequiredValue(by),
                Note = parse.GetRequiredValue(note),
                RequestId = $"{Guid.NewGuid():n}",
            };
            var passing = (await context.Client.Timing.RevokeManualPassingAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false)).ManualPassing;
            context.Terminal.Answer($"{passing.ManualPassingId} is revoked: bib {passing.Bib} at {Moments.Text(passing.PassingTime)}.", new { passing = ManualTable.Json(passing) });
            return ExitCode.Ok;
        });
    }
}
