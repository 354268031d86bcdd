using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Clocks;

/// <summary><c>racectl timing clock estimate</c>.</summary>
internal static class EstimateClockCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, device, reference) = (CommonOptions.Meet(), ClockOptions.Device(), Reference());
        var from = CommonOptions.Moment("--from", "Only from this device time on.");
        var to = CommonOptions.Moment("--to", "Only up to this device time. The clock must not have been set in between.");
        var command = new Command("estimate", "Estimates how far a device's clock is off, from chips that another device read at the same point and from its agent's comparisons. Changes nothing.") { meet, device, reference, from, to };
        return command.Does(options, async (context, parse) =>
        {
            var request = new EstimateDeviceClockRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                DeviceId = parse.GetRequiredValue(device),
                ReferenceDeviceId = parse.GetRequiredValue(reference),
                FromDeviceTime = Moments.TimestampOf(parse.GetValue(from)),
                ToDeviceTime = Moments.TimestampOf(parse.GetValue(to)),
            };
            var response = await context.Client.Timing.EstimateDeviceClockAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", new { device = request.DeviceId, estimates = response.Estimates.Select(ClockTables.Json) });
            }
            else if (response.Estimates.Count == 0)
            {
                context.Terminal.Say("There is too little to compare: at least 5 crossings that another device read too, or 5 comparisons of its agent.");
            }
            else
            {
                context.Terminal.OutputConsole().Write(ClockTables.Of(response.Estimates));
            }

            return ExitCode.Ok;
        });
    }

    internal static Option<string> Reference() =>
        new("--reference") { Description = "Compare with this device alone.", HelpName = "ID", DefaultValueFactory = _ => "" };
}
