using System.CommandLine;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Awards;

/// <summary><c>racectl results teams</c>.</summary>
internal static class TeamsCommand
{
    private const int MaxPage = 500;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race, top) = (CommonOptions.Meet(), CommonOptions.Race(), CommonOptions.Top());
        var rule = new Option<string>("--rule") { Description = "Team rule, where the race has several.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("teams", "Shows how the teams of a race stand.") { meet, race, rule, top };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListTeamStandingsRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race), TeamRuleId = parse.GetRequiredValue(rule), PageSize = Math.Min(MaxPage, parse.GetValue(top)) };
            var teams = await Pages.FollowAsync(
                    token => context.Client.Results.ListTeamStandingsAsync(new ListTeamStandingsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Teams)
                .Take(parse.GetValue(top))
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(TableOf(teams), teams.Select(Json));
            return ExitCode.Ok;
        });
    }

    private static Table TableOf(List<TeamStanding> teams) => Tables.Of(
        ["Place", "Team", "Points", "Time", "Runners (place among teams)"],
        teams.Select(team => new[]
        {
            StandingsTable.Number(team.Place), NameOf(team), StandingsTable.Number(team.Points), StandingsTable.Time(team.Time, team.Time.Nanos > 0),
            string.Join(", ", team.Members.Select(member => member.Scores ? NameOf(member) : $"[{NameOf(member)}]")),
        }),
        $"{teams.Count} teams; displacers in brackets");

    private static string NameOf(TeamStanding team) => team.Number > 1 ? $"{team.Name} {(char)('A' + team.Number - 1)}" : team.Name;

    private static string NameOf(TeamMember member) => (member.Standing.DisplayName.Length > 0 ? member.Standing.DisplayName : member.Standing.Bib) + (member.Place > 0 ? $" ({member.Place})" : "");

    private static object Json(TeamStanding team) => new
    {
        place = team.Place,
        team = team.Name,
        number = team.Number,
        points = team.Points,
        timeS = StandingsTable.Seconds(team.Time),
        members = team.Members.Select(member => new { scores = member.Scores, place = member.Place, timeS = StandingsTable.Seconds(member.Time), runner = StandingsTable.Json(member.Standing) }),
    };
}
