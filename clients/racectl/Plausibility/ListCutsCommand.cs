using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Plausibility;

/// <summary><c>racectl results cuts</c>.</summary>
internal static class ListCutsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = CommonOptions.Race();
        var threshold = new Option<double>("--min-probability") { Description = "From which probability on, 0.01 to 1.", HelpName = "P", DefaultValueFactory = _ => 0.8 }.InRange(0.01, 1);
        var command = new Command("cuts", "Lists runners who may have cut the course, with the evidence. It decides nothing.") { meet, race, threshold };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListCutSuspicionsRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                MinProbability = parse.GetRequiredValue(threshold),
                PageSize = 1_000,
            };
            var suspicions = await Pages.FollowAsync(
                    token => context.Client.Results.ListCutSuspicionsAsync(new ListCutSuspicionsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Suspicions)
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(CutTables.Of(suspicions), new { suspicions = suspicions.Select(CutTables.Json) });
            return ExitCode.Ok;
        });
    }
}
