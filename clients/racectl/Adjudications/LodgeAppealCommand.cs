using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Adjudications;

/// <summary><c>racectl adjudicate appeal</c>.</summary>
internal static class LodgeAppealCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (id, meet, race) = (AdjudicationOptions.Id(), CommonOptions.Meet(), CommonOptions.Race());
        var by = new Option<string>("--by") { Description = "Who appeals.", HelpName = "WHO", Required = true };
        var grounds = new Option<string>("--grounds") { Description = "On what grounds.", HelpName = "TEXT", Required = true };
        var deadline = CommonOptions.Moment("--deadline", "Until when it must be decided; otherwise 24 h from now.");
        var command = new Command("appeal", "Appeals against a decision; it stands until the appeal is decided.") { id, meet, race, by, grounds, deadline };
        return command.Does(options, async (context, parse) =>
        {
            var request = new LodgeAppealRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                AdjudicationId = parse.GetRequiredValue(id),
                LodgedBy = parse.GetRequiredValue(by),
                Grounds = parse.GetRequiredValue(grounds),
                Deadline = Moments.TimestampOf(parse.GetValue(deadline)),
                RequestId = $"{Guid.NewGuid():n}",
            };
            var response = await context.Client.Results.LodgeAppealAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(
                $"{request.AdjudicationId}: appeal lodged, to be decided until {Moments.Text(response.Adjudication.Appeal.Deadline)}.",
                new { adjudication = JsonMessages.Of(response.Adjudication) });
            return ExitCode.Ok;
        });
    }
}
