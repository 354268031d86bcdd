using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Sweeps;

/// <summary><c>racectl results sweep</c>.</summary>
internal static class SweepCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = CommonOptions.Race();
        var within = new Option<TimeSpan>("--within") { Description = "Gates that close so soon count too.", HelpName = "DURATION", CustomParser = Durations.ParseOption, DefaultValueFactory = _ => TimeSpan.FromMinutes(15) };
        var asOf = CommonOptions.Moment("--as-of", "The moment to look at; now when left out.");
        var command = new Command("sweep", "Lists who has not come to a gate that has closed or closes soon, with last split and expected arrival.") { meet, race, within, asOf };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListSweepRequest
            {
                MeetId = parse.GetRequiredValue(meet),
                RaceId = parse.GetRequiredValue(race),
                Within = Duration.FromTimeSpan(parse.GetValue(within)),
                AsOfTime = Moments.TimestampOf(parse.GetValue(asOf)),
                PageSize = 1_000,
            };
            var runners = await ReadAsync(context, request).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", new { runners = runners.Select(Json) });
            }
            else if (runners.Count == 0)
            {
                context.Terminal.Answer("Nobody is missing at a gate that has closed or closes that soon.", runners);
            }
            else
            {
                context.Terminal.OutputConsole().Write(TableOf(runners));
            }

            return ExitCode.Ok;
        });
    }

    private static ValueTask<List<SweptRunner>> ReadAsync(CommandContext context, ListSweepRequest request)
    {
        var pages = Pages.FollowAsync(
            async token =>
            {
                var page = await context.Client.Results.ListSweepAsync(new ListSweepRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ConfigureAwait(false);

                // All pages look at the moment of the first.
                request.AsOfTime = page.AsOfTime;
                return page;
            },
            page => page.NextPageToken);
        return pages.SelectMany(page => page.Runners).ToListAsync(context.CancellationToken);
    }

    private static Table TableOf(List<SweptRunner> runners) => Tables.Of(
        ["Gate", "Closes", "Bib", "Name", "Last split", "There at", "Expected", "Over the limit"],
        runners.Select(runner => new[]
        {
            runner.GateSplitId, Moments.Text(runner.CloseTime), runner.Bib, runner.DisplayName, runner.LastSplitId,
            Moments.Text(runner.LastPassingTime), Moments.Text(runner.ExpectedTime), runner.OverLimit ? "yes" : "",
        }),
        runners.Count == 1 ? "1 runner" : $"{runners.Count} runners");

    private static object Json(SweptRunner runner) => new
    {
        gate = runner.GateSplitId,
        closes = Moments.Text(runner.CloseTime),
        bib = runner.Bib,
        name = runner.DisplayName,
        lastSplit = runner.LastSplitId,
        lastPassing = Moments.Text(runner.LastPassingTime),
        expected = Moments.Text(runner.ExpectedTime),
        overLimit = runner.OverLimit,
    };
}
