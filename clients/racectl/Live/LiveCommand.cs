using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Live;

/// <summary><c>racectl results live</c>.</summary>
internal static class LiveCommand
{
    private const int MostRows = 10;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race) = (CommonOptions.Meet(), CommonOptions.Race());
        var split = new Option<string>("--split") { Description = "At this split; wherever everybody is when left out.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var top = new Option<int>("--top") { Description = "Runners of each group, 1 to 10.", DefaultValueFactory = _ => 3 }.InRange(1, MostRows);
        var command = new Command("live", "Shows leaders and gaps by sex, division and nation, who moved since the previous split, and projected team scores.") { meet, race, split, top };
        return command.Does(options, async (context, parse) =>
        {
            var request = new GetLiveRaceRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race), SplitId = parse.GetRequiredValue(split), Top = parse.GetValue(top) };
            var live = await context.Client.Results.GetLiveRaceAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (context.Terminal.IsJson)
            {
                context.Terminal.Answer("", Json(live));
                return ExitCode.Ok;
            }

            var output = context.Terminal.OutputConsole();
            output.Write(LeadersOf(live));
            output.Write(MovesOf(live));
            if (live.ProjectedTeams.Count > 0)
            {
                output.Write(TeamsOf(live));
            }

            return ExitCode.Ok;
        });
    }

    private static Table LeadersOf(GetLiveRaceResponse live) => Tables.Of(
        ["Group", "Place", "Bib", "Name", "Split", "Time", "To the leader", "To the next", "Gained"],
        live.Groups.SelectMany(group => group.Leaders.Select(row => (string[])[NameOf(group), .. Row(row)])),
        "leaders");

    private static Table MovesOf(GetLiveRaceResponse live) => Tables.Of(
        ["", "Place", "Bib", "Name", "Split", "Time", "To the leader", "To the next", "Gained"],
        live.Gained.Select(row => (string[])["up", .. Row(row)]).Concat(live.Lost.Select(row => (string[])["down", .. Row(row)])),
        "moves since the previous split");

    private static Table TeamsOf(GetLiveRaceResponse live) => Tables.Of(
        ["Rule", "Place", "Team", "Points", "Time"],
        live.ProjectedTeams.SelectMany(table => table.Teams.Select(team => (string[])
        [
            table.TeamRuleId, StandingsTable.Number(team.Place), team.Number > 1 ? $"{team.Name} {team.Number}" : team.Name, StandingsTable.Number(team.Points), StandingsTable.Time(team.Time, team.Time.Nanos > 0),
        ])),
        "projected teams");

    private static string NameOf(LiveGroup group) => group.Kind switch
    {
        LiveGroupKind.Race => "race",
        LiveGroupKind.Sex => $"sex {ResultWords.Of(group.Sex)}",
        LiveGroupKind.Nation => $"nation {group.Key}",
        _ => group.Sex == Sex.Unspecified || group.Key.StartsWith(ResultWords.Of(group.Sex), StringComparison.Ordinal) ? group.Key : $"{group.Key} {ResultWords.Of(group.Sex)}",
    };

    private static string[] Row(LiveRunner row) =>
    [
        StandingsTable.Number(row.Place), row.Standing.Bib, row.Standing.DisplayName, row.SplitId, Time(row.Standing.OfficialTime),
        Time(row.GapToLeader), Time(row.GapToNext), row.HasPlacesGained ? row.PlacesGained.ToString("+0;-0;0", CultureInfo.InvariantCulture) : "",
    ];

    private static string Time(Duration? time) => time is null ? "" : StandingsTable.Time(time, time.Nanos > 0);

    private static object Json(GetLiveRaceResponse live) => new
    {
        groups = live.Groups.Select(group => new { kind = group.Kind.ToString().ToUpperInvariant(), key = group.Key, sex = ResultWords.Of(group.Sex), ranked = group.RankedCount, leaders = group.Leaders.Select(Json) }),
        gained = live.Gained.Select(Json),
        lost = live.Lost.Select(Json),
        projectedTeams = live.ProjectedTeams.Select(table => new
        {
            rule = table.TeamRuleId,
            teams = table.Teams.Select(team => new { place = team.Place, team = team.Name, number = team.Number, points = team.Points, timeS = StandingsTable.Seconds(team.Time) }),
        }),
    };

    private static object Json(LiveRunner row) => new
    {
        place = row.Place,
        split = row.SplitId,
        gapToLeaderS = StandingsTable.Seconds(row.GapToLeader),
        gapToNextS = StandingsTable.Seconds(row.GapToNext),
        placesGained = row.HasPlacesGained ? row.PlacesGained : (int?)null,
        runner = StandingsTable.Json(row.Standing),
    };
}
