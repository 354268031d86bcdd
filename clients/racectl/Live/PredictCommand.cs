using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Live;

/// <summary><c>racectl results predict</c>.</summary>
internal static class PredictCommand
{
    private const int MaxPage = 1_000;

    public static Command Create(GlobalOptions options)
    {
        var (meet, race, top) = (CommonOptions.Meet(), CommonOptions.Race(), CommonOptions.Top());
        var bib = new Option<string>("--bib") { Description = "Only this runner.", HelpName = "BIB", DefaultValueFactory = _ => "" };
        var command = new Command("predict", "Predicts next split and finish of runners on the course, each with an interval that holds four of five.") { meet, race, bib, top };
        return command.Does(options, async (context, parse) =>
        {
            var request = new ListPredictionsRequest { MeetId = parse.GetRequiredValue(meet), RaceId = parse.GetRequiredValue(race), Bib = parse.GetRequiredValue(bib), PageSize = Math.Min(MaxPage, parse.GetValue(top)) };
            var predictions = await Pages.FollowAsync(
                    token => context.Client.Results.ListPredictionsAsync(new ListPredictionsRequest(request) { PageToken = token }, cancellationToken: context.CancellationToken).ResponseAsync,
                    page => page.NextPageToken)
                .SelectMany(page => page.Predictions)
                .Take(parse.GetValue(top))
                .ToListAsync(context.CancellationToken).ConfigureAwait(false);
            context.Terminal.Answer(TableOf(predictions), predictions.Select(Json));
            return ExitCode.Ok;
        });
    }

    private static Table TableOf(List<RunnerPrediction> predictions) => Tables.Of(
        ["Place expected", "Bib", "Name", "Last split", "There", "Next split", "Expected at", "Finish in", ""],
        predictions.Select(runner => new[]
        {
            StandingsTable.Number(runner.ProjectedPlaces?.Overall ?? 0), runner.Standing.Bib, runner.Standing.DisplayName, runner.Standing.LastSplitId, Time(runner.Standing.OfficialTime),
            runner.Next.SplitId, Between(Clock(runner.Next.ExpectedTime), Clock(runner.Next.LowTime), Clock(runner.Next.HighTime)),
            Between(Time(runner.Finish.OfficialTime), Time(runner.Finish.LowOfficialTime), Time(runner.Finish.HighOfficialTime)),
            runner.Next.Overdue || runner.Finish.Overdue ? "overdue" : "",
        }),
        $"{predictions.Count} on the course; in brackets the times that four of five stay between");

    private static string Between(string expected, string low, string high) => expected.Length == 0 ? "" : $"{expected} ({low} to {high})";

    private static string Time(Duration? time) => time is null ? "" : StandingsTable.Time(time, time.Nanos > 0);

    private static string Clock(Timestamp time) => time.ToDateTimeOffset().ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static object Json(RunnerPrediction runner) => new
    {
        runner = StandingsTable.Json(runner.Standing),
        projectedPlace = runner.ProjectedPlaces?.Overall,
        projectedPlaceSex = runner.ProjectedPlaces?.BySex,
        projectedPlaceDivision = runner.ProjectedPlaces?.ByDivision,
        next = Json(runner.Next),
        finish = Json(runner.Finish),
    };

    private static object Json(VisitPrediction visit) => new
    {
        split = visit.SplitId,
        distanceM = visit.DistanceM,
        expected = Moments.Text(visit.ExpectedTime),
        low = Moments.Text(visit.LowTime),
        high = Moments.Text(visit.HighTime),
        officialTimeS = StandingsTable.Seconds(visit.OfficialTime),
        lowTimeS = StandingsTable.Seconds(visit.LowOfficialTime),
        highTimeS = StandingsTable.Seconds(visit.HighOfficialTime),
        overdue = visit.Overdue,
    };
}
