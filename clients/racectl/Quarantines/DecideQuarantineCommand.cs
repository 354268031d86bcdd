using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Clocks;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Quarantines;

/// <summary><c>racectl timing quarantine decide</c>.</summary>
internal static class DecideQuarantineCommand
{
    public static Command Create(GlobalOptions options)
    {
        var id = new Argument<string>("quarantine") { Description = "Its id, see `list`." };
        var (meet, by, note) = (CommonOptions.Meet(), CommonOptions.By(), CommonOptions.Note());
        var decision = new Option<string>("--decision") { Description = "release: the times are right after all; correct: they are right with --offset added; discard: the reads do not count.", Required = true }
            .AcceptOnlyFromAmongOf("release", "correct", "discard");
        var offset = ClockOptions.Offset("What to add to the device's times, with correct.");
        var to = CommonOptions.Moment("--to", "Last device time the decision is for, when the clock goes on being wrong.");
        var command = new Command("decide", "Decides what becomes of reads whose times cannot be believed. A later decision replaces an earlier one.") { id, meet, decision, offset, to, by, note };
        command.Validators.Add(result =>
        {
            if (result.GetResult(decision)?.Tokens is [var token] && (token.Value == "correct") != (result.GetResult(offset) is not null))
            {
                result.AddError("--offset goes with --decision correct, and with nothing else.");
            }
        });
        return command.Does(options, async (context, parse) =>
        {
            var request = new DecideQuarantineRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                QuarantineId = parse.GetRequiredValue(id),
                Decision = parse.GetRequiredValue(decision) switch
                {
                    "release" => QuarantineDecision.Release,
                    "correct" => QuarantineDecision.Correct,
                    _ => QuarantineDecision.Discard,
                },
                Correction = parse.GetValue(offset) is { } span ? new ClockCorrection { Offset = Duration.FromTimeSpan(span) } : null,
                ToDeviceTime = Moments.TimestampOf(parse.GetValue(to)),
                DecidedBy = parse.GetRequiredValue(by),
                Note = parse.GetRequiredValue(note),
                RequestId = $"{Guid.NewGuid():n}",
            };
            var response = await context.Client.Timing.DecideQuarantineAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(
                $"{request.QuarantineId} is {QuarantineTable.Word(response.Quarantine.State)}: {response.Quarantine.ReadCount} reads; passings of {response.ChangedChipCount} chips changed.",
                new { quarantine = QuarantineTable.Json(response.Quarantine), changedChips = response.ChangedChipCount });
            return ExitCode.Ok;
        });
    }
}
