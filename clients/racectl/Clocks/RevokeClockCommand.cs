using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Clocks;

/// <summary><c>racectl timing clock revoke</c>.</summary>
internal static class RevokeClockCommand
{
    public static Command Create(GlobalOptions options)
    {
        var id = new Argument<string>("correction") { Description = "Its id, see `list`." };
        var (meet, by, note) = (CommonOptions.Meet(), CommonOptions.By(), CommonOptions.Note());
        var command = new Command("revoke", "Takes a correction back; it stays in the list.") { id, meet, by, note };
        return command.Does(options, async (context, parse) =>
        {
            var request = new RevokeClockCorrectionRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                CorrectionId = parse.GetRequiredValue(id),
                RevokedBy = parse.GetRequiredValue(by),
                Note = parse.GetRequiredValue(note),
                RequestId = $"{Guid.NewGuid():n}",
            };
            var response = await context.Client.Timing.RevokeClockCorrectionAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(
                $"{request.CorrectionId} is revoked; passings of {response.ChangedChipCount} chips changed.",
                new { correction = ClockTables.Json(response.ClockCorrection), changedChips = response.ChangedChipCount });
            return ExitCode.Ok;
        });
    }
}
