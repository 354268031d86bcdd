using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Clocks;

/// <summary><c>racectl timing clock correct</c>.</summary>
internal static class CorrectClockCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, device, by, note) = (CommonOptions.Meet(), ClockOptions.Device(), CommonOptions.By(), CommonOptions.Note());
        var offset = ClockOptions.Offset("What to add to the device's times, for example 1.5s or -90ms.");
        var drift = new Option<double>("--drift") { Description = "Growth of the offset in millionths, from --at on; before it the offset is smaller.", HelpName = "PPM", DefaultValueFactory = _ => 0 }.InRange(-10_000, 10_000);
        var at = CommonOptions.Moment("--at", "Device time at which the offset holds; with --drift.");
        var estimate = new Option<bool>("--estimate") { Description = "Record what `estimate` says, when nothing speaks against it." };
        var reference = EstimateClockCommand.Reference();
        var from = CommonOptions.Moment("--from", "First device time it is for; from the beginning otherwise.");
        var to = CommonOptions.Moment("--to", "Device time from which it is not for any more; without end otherwise.");
        var command = new Command("correct", "Corrects a device's clock, for reads already received too. It comes on top of what is corrected already.") { meet, device, offset, drift, at, estimate, reference, from, to, by, note };
        command.Validators.Add(result =>
        {
            if (result.GetResult(offset) is not null == result.GetValue(estimate))
            {
                result.AddError("Give either --offset or --estimate.");
            }

            if (result.GetResult(drift) is { Implicit: false } && (result.GetValue(estimate) || result.GetResult(at) is null))
            {
                result.AddError("--drift goes with --offset and --at.");
            }
        });
        return command.Does(options, async (context, parse) =>
        {
            var correction = new ClockCorrection
            {
                DeviceId = parse.GetRequiredValue(device),
                FromDeviceTime = Moments.TimestampOf(parse.GetValue(from)),
                ToDeviceTime = Moments.TimestampOf(parse.GetValue(to)),
                RecordedBy = parse.GetRequiredValue(by),
                Note = parse.GetRequiredValue(note),
            };
            var meetId = parse.GetRequiredValue(meet);
            if (parse.GetValue(estimate))
            {
                await EstimateAsync(context, meetId, correction, parse.GetRequiredValue(reference)).ConfigureAwait(false);
            }
            else
            {
                correction.Offset = Duration.FromTimeSpan(parse.GetValue(offset)!.Value);
                correction.DriftPpm = parse.GetValue(drift);
                correction.ReferenceDeviceTime = Moments.TimestampOf(parse.GetValue(at));
            }

            var request = new RecordClockCorrectionRequest { MeetId = meetId, ClockCorrection = correction, RequestId = $"{Guid.NewGuid():n}" };
            var response = await context.Client.Timing.RecordClockCorrectionAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(
                $"{response.ClockCorrection.CorrectionId}: {Offsets.Format(response.ClockCorrection.Offset.ToTimeSpan())} s; passings of {response.ChangedChipCount} chips changed.",
                new { correction = ClockTables.Json(response.ClockCorrection), changedChips = response.ChangedChipCount });
            return ExitCode.Ok;
        });
    }

    private static async Task EstimateAsync(CommandContext context, string meetId, ClockCorrection correction, string reference)
    {
        var request = new EstimateDeviceClockRequest
        {
            MeetId = meetId,
            DeviceId = correction.DeviceId,
            ReferenceDeviceId = reference,
            FromDeviceTime = correction.FromDeviceTime,
            ToDeviceTime = correction.ToDeviceTime,
        };
        var response = await context.Client.Timing.EstimateDeviceClockAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
        var best = response.Estimates.FirstOrDefault() ?? throw new InputException($"The clock of {correction.DeviceId} cannot be estimated: there is too little to compare.");
        if (best.Caution.Length > 0)
        {
            throw new InputException($"Nothing was recorded. {best.Caution} Decide with --offset.");
        }

        (correction.Offset, correction.DriftPpm, correction.ReferenceDeviceTime) = (best.Offset, best.DriftPpm, best.ReferenceDeviceTime);
    }
}
