using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Classifications;

/// <summary><c>racectl results publish</c>.</summary>
internal static class PublishCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, race) = (CommonOptions.Meet(), CommonOptions.Race());
        var state = new Option<string>("--state") { Description = "provisional, official or amended.", Required = true }.AcceptOnlyFromAmongOf("provisional", "official", "amended");
        var by = new Option<string>("--by") { Description = "Who publishes; signed with the results.", HelpName = "NAME", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for an amendment.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var accept = new Option<string[]>("--accept") { Description = "An open item that is accepted (racectl results check); several are possible.", HelpName = "ITEM_ID" };
        var request = new Option<string>("--request-id") { Description = "The same id again publishes nothing and gives the same answer.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("publish", "Publishes a signed version of a race's results.") { meet, race, state, by, reason, accept, request };
        return command.Does(options, async (context, parse) =>
        {
            var publish = new PublishClassificationRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                State = Enum.Parse<ClassificationState>(parse.GetRequiredValue(state), ignoreCase: true),
                PublishedBy = parse.GetRequiredValue(by),
                Reason = parse.GetRequiredValue(reason),
                RequestId = parse.GetRequiredValue(request) is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N"),
            };
            publish.AcceptedItemIds.AddRange(parse.GetValue(accept) ?? []);
            var answer = await context.Client.Results.PublishClassificationAsync(publish, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(
                ClassificationText.Of(answer.Classification),
                new { answer.Classification.Version, answer.Classification.Hash, answer.Classification.Root, answer.Classification.RowCount, answer.Classification.KeyFingerprint });
            return ExitCode.Ok;
        });
    }
}
