using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>When the runners of a view are expected at the finish: one question every few seconds a view, however many look at it.</summary>
internal sealed class ExpectedFinishes(ResultsService.ResultsServiceClient results, StandingsView view, TimeProvider time)
{
    /// <summary>Expectations change with every passing of the field; nobody reads them that fast.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private IReadOnlyDictionary<string, VisitPrediction> _latest = new Dictionary<string, VisitPrediction>(StringComparer.Ordinal);

    /// <summary>Asks at the next common moment: views that ask together are answered from one snapshot, for which Results predicts once.</summary>
    public async Task<IReadOnlyDictionary<string, VisitPrediction>> NextAsync(Func<IReadOnlyList<string>> bibs, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromTicks(Every.Ticks - (time.GetUtcNow().Ticks % Every.Ticks)), time, cancellationToken);
        return await NowAsync(bibs, cancellationToken);
    }

    /// <summary>Asks; where that fails, what was said last still stands.</summary>
    public async Task<IReadOnlyDictionary<string, VisitPrediction>> NowAsync(Func<IReadOnlyList<string>> bibs, CancellationToken cancellationToken)
    {
        var request = new ListPredictionsRequest { MeetId = view.Meet, RaceId = view.Race, Bibs = { bibs() }, PageSize = StandingsSource.Top };
        if (request.Bibs.Count == 0)
        {
            return _latest = new Dictionary<string, VisitPrediction>(StringComparer.Ordinal);
        }

        try
        {
            var answer = await ServiceCall.AskAsync("results", options => results.ListPredictionsAsync(request, options), cancellationToken);
            return _latest = answer.Predictions.ToDictionary(runner => runner.Standing.Bib, runner => runner.Finish, StringComparer.Ordinal);
        }
        catch (RefusalException)
        {
            return _latest; // the standings are there all the same, and say since when they are stale
        }
    }
}
