using System.CommandLine;
using System.Globalization;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Awards;

/// <summary><c>racectl results agegrade</c>.</summary>
internal static class AgeGradesCommand
{
    private const int MaxPage = 1_000;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race, top) = (CommonOptions.Meet(), CommonOptions.Race(), CommonOptions.Top());
        var sex = new Option<string>("--sex") { Description = "Only M or F.", DefaultValueFactory = _ => "" }.AcceptOnlyFromAmongOf("M", "F");
        var command = new Command("agegrade", "Shows the runners of a race by age grade.") { meet, race, sex, top };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListAgeGradesRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race), Sex = SexOf(parse.GetRequiredValue(sex)), PageSize = Math.Min(MaxPage, parse.GetValue(top)) };
            var rows = await Pages.FollowAsync(
                    token => context.Client.Results.ListAgeGradesAsync(new ListAgeGradesRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Rows)
                .Take(parse.GetValue(top))
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(TableOf(rows), rows.Select(Json));
            return ExitCode.Ok;
        });
    }

    private static Table TableOf(List<AgeGradeRow> rows) => Tables.Of(
        ["Place", "By sex", "Bib", "Name", "Sex", "Age", "Time", "Age grade", "Place in race"],
        rows.Select(row => new[]
        {
            StandingsTable.Number(row.AgeGrade.PlaceOverall), StandingsTable.Number(row.AgeGrade.PlaceBySex), row.Standing.Bib, row.Standing.DisplayName, ResultWords.Of(row.Standing.Sex),
            StandingsTable.Number(row.Standing.Age), StandingsTable.Time(row.Standing.OfficialTime, row.Standing.Resolution == TimeResolution.Tenth), Percent(row.AgeGrade).ToString("0.00", CultureInfo.InvariantCulture), StandingsTable.Number(row.Standing.Places?.Overall ?? 0),
        }),
        $"{rows.Count} runners by age grade");

    private static object Json(AgeGradeRow row) => new
    {
        place = row.AgeGrade.PlaceOverall,
        placeSex = row.AgeGrade.PlaceBySex,
        ageGradePct = Percent(row.AgeGrade),
        age = row.Standing.Age,
        runner = StandingsTable.Json(row.Standing),
    };

    private static decimal Percent(AgeGrade grade) => grade.Hundredths / 100m;

    private static Sex SexOf(string text) => text switch
    {
        "M" => Sex.Male,
        "F" => Sex.Female,
        _ => Sex.Unspecified,
    };
}
