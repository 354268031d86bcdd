using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Plausibility;

/// <summary><c>racectl results mats</c>.</summary>
internal static class ListMatsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = CommonOptions.Race();
        var split = new Option<string>("--split") { Description = "Only this split.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var least = new Option<double>("--min-failure") { Description = "Only minutes in which the mat failed with at least this probability.", HelpName = "P", DefaultValueFactory = _ => 0 }.InRange(0, 1);
        var minutes = new Option<bool>("--minutes") { Description = "Every minute; otherwise one line a mat, and the minutes in which it is likely to have failed." };
        var command = new Command("mats", "Shows how the mats of a race did: who crossed, who was read, and when a mat failed.") { meet, race, split, least, minutes };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListPointHealthRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                SplitId = parse.GetRequiredValue(split),
                MinFailureProbability = parse.GetRequiredValue(least),
                PageSize = 1_000,
            };
            var health = await Pages.FollowAsync(
                    token => context.Client.Results.ListPointHealthAsync(new ListPointHealthRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Minutes)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(parse.GetValue(minutes) ? MatTables.Minutes(health) : MatTables.Summary(health), new { minutes = health.Select(MatTables.Json) });
            return ExitCode.Ok;
        });
    }
}
