using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Adjudications;

/// <summary>What all decisions have in common: meet, race, runner, who, why, preview.</summary>
internal static class DecisionCommand
{
    /// <summary>A decision on one runner; the race of the entry is found by the bib.</summary>
    public static Command OnRunner(Command command, GlobalOptions options, Action<ParseResult, Adjudication> decide)
    {
        var bib = new Option<string>("--bib") { Description = "The runner.", HelpName = "BIB", Required = true };
        var race = new Option<string>("--race") { Description = "Race of the runner's entry; otherwise found by the bib.", HelpName = "ID", DefaultValueFactory = _ => "" };
        command.Add(bib);
        return Complete(command, options, race, (parse, adjudication) =>
        {
            adjudication.Bib = parse.GetRequiredValue(bib);
            decide(parse, adjudication);
        });
    }

    /// <summary>A decision that is not on one runner.</summary>
    public static Command OnRace(Command command, GlobalOptions options, Action<ParseResult, Adjudication> decide) =>
        Complete(command, options, CommonOptions.Race(), decide);

    private static Command Complete(Command command, GlobalOptions options, Option<string> race, Action<ParseResult, Adjudication> decide)
    {
        var (meet, by, note, preview) = (CommonOptions.Meet(), AdjudicationOptions.By(), AdjudicationOptions.Note(), AdjudicationOptions.Preview());
        var id = new Option<string>("--id") { Description = "Id of the decision; otherwise one is made.", HelpName = "ID", DefaultValueFactory = _ => "" };
        foreach (var option in new Option[] { meet, race, by, note, id, preview })
        {
            command.Add(option);
        }

        return command.Does(options, async (context, parse) =>
        {
            var adjudication = new Adjudication
            {
                AdjudicationId = parse.GetRequiredValue(id),
                RaceId = parse.GetRequiredValue(race),
                DecidedBy = parse.GetRequiredValue(by),
                Note = parse.GetRequiredValue(note),
            };
            decide(parse, adjudication);
            var request = new RecordAdjudicationRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                Adjudication = adjudication,
                RequestId = $"{Guid.NewGuid():n}",
                Preview = parse.GetValue(preview),
            };
            var response = await context.Client.Results.RecordAdjudicationAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            AdjudicationText.Answer(context.Terminal, request.Preview ? "would be recorded" : "is recorded", request.Preview, response.Adjudication, response.Effect);
            return ExitCode.Ok;
        });
    }
}
