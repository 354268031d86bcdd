using System.CommandLine;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Awards;

/// <summary><c>racectl results awards</c>.</summary>
internal static class AwardsCommand
{
    public static Command Create(GlobalOptions options)
    {
        var (meet, race) = (CommonOptions.Meet(), CommonOptions.Race());
        var award = new Option<string>("--award") { Description = "Only this award; all, and the records, otherwise.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("awards", "Shows who wins what, and which records are broken or equalled, as the standings are now.") { meet, race, award };
        return command.Does(options, async (context, parse) =>
        {
            var request = new GetAwardsRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race), AwardId = parse.GetRequiredValue(award) };
            var awards = await context.Client.Results.GetAwardsAsync(request, cancellationToken: context.CancellationToken).ConfigureAwait(false);
            if (!context.Terminal.IsJson && awards.Awards.Count == 0)
            {
                context.Terminal.Answer(awards.Records.Count == 0 ? "The race names no awards and no records." : "The race names no awards.", awards);
            }
            else
            {
                context.Terminal.Answer(AwardsOf(awards), Json(awards));
            }

            if (!context.Terminal.IsJson && awards.Records.Count > 0)
            {
                context.Terminal.OutputConsole().Write(RecordsOf(awards));
            }

            return ExitCode.Ok;
        });
    }

    private static Table AwardsOf(GetAwardsResponse awards) => Tables.Of(
        ["Award", "Division", "Sex", "Place", "Bib", "Name", "Country", "Club", "Time", "By"],
        awards.Awards.SelectMany(list => list.Winners.Select(winner => new[]
        {
            NameOf(list), list.DivisionId, ResultWords.Of(list.Sex), StandingsTable.Number(winner.Place), winner.Standing.Bib, winner.Standing.DisplayName, winner.Standing.Country, winner.Standing.Club,
            StandingsTable.Time(winner.Time, winner.Standing.Resolution == TimeResolution.Tenth), WordOf(list.Basis),
        })),
        awards.OnCourseCount > 0 ? $"{awards.OnCourseCount} on the course may still change it" : "nobody is on the course any more");

    private static Table RecordsOf(GetAwardsResponse awards) => Tables.Of(
        ["Record", "Stood at", "Holder", "Now", "Time", "Bib", "Name"],
        awards.Records.Select(outcome => (Outcome: outcome, Best: outcome.Marks.FirstOrDefault())).Select(row => new[]
        {
            row.Outcome.Record.DisplayName.Length > 0 ? row.Outcome.Record.DisplayName : row.Outcome.Record.RecordId, StandingsTable.Time(row.Outcome.Record.Time, row.Outcome.Record.Time.Nanos > 0), row.Outcome.Record.Holder,
            WordOf(row.Outcome.State), StandingsTable.Time(row.Best?.Time, row.Best?.Time.Nanos > 0), row.Best?.Standing.Bib ?? "", row.Best?.Standing.DisplayName ?? "",
        }),
        "records");

    private static object Json(GetAwardsResponse awards) => new
    {
        onCourse = awards.OnCourseCount,
        awards = awards.Awards.Select(list => new
        {
            award = list.AwardId,
            division = list.DivisionId,
            sex = ResultWords.Of(list.Sex),
            by = WordOf(list.Basis),
            depth = list.Depth,
            winners = list.Winners.Select(winner => new { place = winner.Place, timeS = StandingsTable.Seconds(winner.Time), runner = StandingsTable.Json(winner.Standing) }),
            passedOver = list.PassedOver.Select(passed => new { bib = passed.Bib, won = passed.AwardId }),
        }),
        records = awards.Records.Select(outcome => new
        {
            record = outcome.Record.RecordId,
            timeS = StandingsTable.Seconds(outcome.Record.Time),
            state = WordOf(outcome.State),
            marks = outcome.Marks.Select(mark => new { breaks = mark.Breaks, timeS = StandingsTable.Seconds(mark.Time), runner = StandingsTable.Json(mark.Standing) }),
        }),
    };

    private static string NameOf(AwardList list) => list.DisplayName.Length > 0 ? list.DisplayName : list.AwardId;

    private static string WordOf(AwardBasis basis) => basis switch
    {
        AwardBasis.Gun => "gun",
        AwardBasis.Net => "net",
        _ => "ranking",
    };

    private static string WordOf(RecordState state) => state switch
    {
        RecordState.Broken => "broken",
        RecordState.Equalled => "equalled",
        _ => "stands",
    };
}
