using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Live.Prediction;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using RunnerPrediction = RaceSystem.Results.V1.RunnerPrediction;
using VisitPrediction = RaceSystem.Results.V1.VisitPrediction;

namespace RaceSystem.Results.Service.ListPredictions;

/// <summary>One page of the runners on the course, by predicted place. All pages of a token chain are of one snapshot.</summary>
internal sealed class ListPredictionsHandler(KnownMeets meets)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1_000;
    private const int MaxBibs = 200;

    public async Task<ListPredictionsResponse> HandleAsync(ListPredictionsRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var bib = BibOf(request.Bib);
        var bibs = BibsOf(request);
        var page = await SnapshotPage.OpenAsync(meets, $"ListPredictions/{bib}/{string.Join(' ', bibs)}", request.MeetId, request.RaceId, request.PageToken, cancellationToken);
        var race = page.Race;
        var runners = bibs.Count > 0 ? WearersOf(race, bibs) : bib.Length == 0 ? ProjectedFinish.Of(race).Predicted : WearerOf(race, bib);
        var (rows, next) = page.Take(runners, pageSize);
        var response = new ListPredictionsResponse { TotalCount = runners.Count, SnapshotVersion = page.Version, NextPageToken = next };
        response.Predictions.AddRange(rows.Select(runner => Of(race, runner)));
        return response;
    }

    private static string BibOf(string text) => text.Length == 0 ? "" : Bib.TryParse(text, out var bib)
        ? bib.Text
        : throw RefusalException.Invalid("ID_INVALID", "bib", $"must be 1 to {Bib.MaxLength} letters, digits or '-'.");

    private static IReadOnlyList<int> WearerOf(RaceStandings race, string bib)
    {
        var runner = race.FindBib(bib);
        return runner < 0
            ? throw RefusalException.NotFound("BIB_UNKNOWN", $"Nobody wears bib '{bib}' in race '{race.Race.RaceId}'.")
            : RacePredictions.Of(race).Of(runner) is null ? [] : [runner];
    }

    private static IReadOnlyList<string> BibsOf(ListPredictionsRequest request) => request.Bibs.Count switch
    {
        > 0 when request.Bib.Length > 0 => throw RefusalException.Invalid("FILTER_INVALID", "bibs", "must be empty when bib is set: put it among the others."),
        > MaxBibs => throw RefusalException.Invalid("FILTER_INVALID", "bibs", $"must be at most {MaxBibs}."),
        _ => [.. request.Bibs.Select(BibOf).Where(bib => bib.Length > 0)],
    };

    /// <summary>Those whom the race does not know are left out: they may just have been moved.</summary>
    private static IReadOnlyList<int> WearersOf(RaceStandings race, IReadOnlyList<string> bibs)
    {
        var predictions = RacePredictions.Of(race);
        return [.. bibs.Select(race.FindBib).Where(runner => runner >= 0 && predictions.Of(runner) is not null).Distinct()];
    }

    private static RunnerPrediction Of(RaceStandings race, int runner)
    {
        var predictions = RacePredictions.Of(race);
        var prediction = predictions.Of(runner)!.Value;
        return new RunnerPrediction
        {
            Standing = StandingRows.Of(race, runner, prediction.LastVisit, race.Visits[prediction.LastVisit].PlacesOf(runner)),
            Next = Of(race, predictions, runner, prediction.Next),
            Finish = Of(race, predictions, runner, prediction.Finish),
            ProjectedPlaces = StandingRows.Of(ProjectedFinish.Of(race).PlacesOf(runner)),
        };
    }

    private static VisitPrediction Of(RaceStandings race, RacePredictions predictions, int runner, Core.Live.Prediction.VisitPrediction expected) => new()
    {
        SplitId = race.Race.Visits[expected.Visit].SplitId,
        DistanceM = race.Race.Visits[expected.Visit].DistanceM,
        ExpectedTime = expected.Expected.ToTimestamp(),
        LowTime = expected.Low.ToTimestamp(),
        HighTime = expected.High.ToTimestamp(),
        OfficialTime = StandingRows.Shown(race, predictions.OfficialTimeOf(runner, expected.Visit, expected.Expected)),
        LowOfficialTime = StandingRows.Shown(race, predictions.OfficialTimeOf(runner, expected.Visit, expected.Low)),
        HighOfficialTime = StandingRows.Shown(race, predictions.OfficialTimeOf(runner, expected.Visit, expected.High)),
        Overdue = expected.IsOverdue,
    };
}
