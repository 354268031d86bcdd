using System.CommandLine;
using Grpc.Core;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Standings;

/// <summary><c>racectl standings</c>.</summary>
internal static class StandingsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var meet = CommonOptions.Meet();
        var race = CommonOptions.Race();
        var split = new Option<string>("--split") { Description = "At this split; at the finish otherwise.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var sex = new Option<string>("--sex") { Description = "Only M, F or X.", DefaultValueFactory = _ => "" }.AcceptOnlyFromAmongOf("M", "F", "X");
        var division = new Option<string>("--division") { Description = "Only this division.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var live = new Option<bool>("--live") { Description = "Runners on the course too, by the furthest point they reached." };
        var watch = new Option<bool>("--watch") { Description = "Keep showing what changes until Ctrl+C." };
        var top = new Option<int>("--top") { Description = "Rows from the top, 1 to 1000.", DefaultValueFactory = _ => 20 }.InRange(1, 1000);
        var command = new Command("standings", "Shows the standings of a race.") { meet, race, split, sex, division, live, watch, top };
        command.Validators.Add(result =>
        {
            if (result.GetValue(live) && result.GetValue(split) is { Length: > 0 })
            {
                result.AddError("--live shows the furthest point of each runner; leave --split out.");
            }
        });
        return command.Does(options, (context, parse) =>
        {
            var filter = new StandingsFilter
            {
                SplitId = parse.GetRequiredValue(split),
                Sex = SexOf(parse.GetRequiredValue(sex)),
                DivisionId = parse.GetRequiredValue(division),
                Live = parse.GetValue(live),
            };
            var (meetId, raceId, rows) = (parse.GetRequiredValue(meet), parse.GetRequiredValue(race), parse.GetValue(top));
            return parse.GetValue(watch)
                ? StandingsWatch.RunAsync(context, new WatchStandingsRequest { MeetId = meetId, RaceId = raceId, Filter = filter, Top = rows })
                : ShowAsync(context, new GetStandingsRequest { MeetId = meetId, RaceId = raceId, Filter = filter, PageSize = rows });
        });
    }

    private static async Task<int> ShowAsync(CommandContext context, GetStandingsRequest request)
    {
        var response = await context.Client.Results.GetStandingsAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
        context.Terminal.Answer(StandingsTable.Of(response.Standings, response.TotalCount), new { total = response.TotalCount, standings = response.Standings.Select(StandingsTable.Json) });
        return ExitCode.Ok;
    }

    private static Sex SexOf(string text) => text switch
    {
        "M" => Sex.Male,
        "F" => Sex.Female,
        "X" => Sex.NonBinary,
        _ => Sex.Unspecified,
    };
}
