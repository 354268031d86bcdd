using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Awards;

/// <summary><c>racectl results legs</c>.</summary>
internal static class LegsCommand
{
    private const int MaxPage = 1_000;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race, top) = (CommonOptions.Meet(), CommonOptions.Race(), CommonOptions.Top());
        var leg = new Option<int>("--leg") { Description = "1 for the first leg.", HelpName = "N", Required = true }.InRange(1, 51);
        var command = new Command("legs", "Shows the teams of a relay on one leg, fastest first.") { meet, race, leg, top };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListRelayLegsRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race), Leg = parse.GetRequiredValue(leg), PageSize = Math.Min(MaxPage, parse.GetValue(top)) };
            var rows = await Pages.FollowAsync(
                    token => context.Client.Results.ListRelayLegsAsync(new ListRelayLegsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Rows)
                .Take(parse.GetValue(top))
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(TableOf(request.Leg, rows), rows.Select(Json));
            return ExitCode.Ok;
        });
    }

    private static Table TableOf(int leg, List<RelayLegRow> rows) => Tables.Of(
        ["Place", "Bib", "Team", "Runner", "Time", "Team's place"],
        rows.Select(row => new[]
        {
            StandingsTable.Number(row.Leg.Place), row.Standing.Bib, row.Standing.DisplayName, row.Leg.Runner?.DisplayName ?? "", StandingsTable.Time(row.Leg.Time, row.Leg.Time.Nanos > 0), StandingsTable.Number(row.Standing.Places?.Overall ?? 0),
        }),
        $"leg {leg}: {rows.Count} teams");

    private static object Json(RelayLegRow row) => new
    {
        place = row.Leg.Place,
        runner = row.Leg.Runner?.DisplayName,
        timeS = StandingsTable.Seconds(row.Leg.Time),
        from = row.Leg.FromSplitId,
        to = row.Leg.ToSplitId,
        distanceM = row.Leg.DistanceM,
        team = StandingsTable.Json(row.Standing),
    };
}
