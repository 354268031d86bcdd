using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Adjudications;

/// <summary><c>racectl adjudicate decide-appeal</c>.</summary>
internal static class DecideAppealCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (id, meet, race, by, note, preview) = (AdjudicationOptions.Id(), CommonOptions.Meet(), CommonOptions.Race(), AdjudicationOptions.By(), AdjudicationOptions.Note(), AdjudicationOptions.Preview());
        var outcome = new Option<string>("--outcome") { Description = "What became of it; upheld, the decision is revoked.", HelpName = "WORD", Required = true }.AcceptOnlyFromAmongOf("upheld", "rejected", "withdrawn");
        var command = new Command("decide-appeal", "Decides an appeal, or notes that it was withdrawn.") { id, meet, race, outcome, by, note, preview };
        return command.Does(options, async (context, parse) =>
        {
            var word = parse.GetRequiredValue(outcome);
            var request = new DecideAppealRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                AdjudicationId = parse.GetRequiredValue(id),
                Outcome = word switch { "upheld" => AppealState.Upheld, "rejected" => AppealState.Rejected, _ => AppealState.Withdrawn },
                DecidedBy = parse.GetRequiredValue(by),
                DecisionNote = parse.GetRequiredValue(note),
                RequestId = $"{Guid.NewGuid():n}",
                Preview = parse.GetValue(preview),
            };
            var response = await context.Client.Results.DecideAppealAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            AdjudicationText.Answer(context.Terminal, $"{(request.Preview ? "would have" : "has")} its appeal {word}", request.Preview, response.Adjudication, response.Effect);
            return ExitCode.Ok;
        });
    }
}
