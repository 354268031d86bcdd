using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>
/// Next split and finish of every runner on the course, each with an interval that holds four of five: a function of the
/// snapshot alone. Nobody without a split behind the start is predicted. Immutable.
/// </summary>
public sealed class RacePredictions
{
    private readonly RaceStandings _race;
    private readonly int[] _index;
    private readonly RunnerPrediction[] _predictions;

    private RacePredictions(RaceStandings race)
    {
        _race = race;
        _index = new int[race.RunnerCount];
        Array.Fill(_index, -1);
        var found = new List<RunnerPrediction>();
        if (race.Visits.Count > 1)
        {
            Predict(found);
        }

        _predictions = [.. found];
    }

    /// <summary>Runners on the course who can be predicted, in the order of their bibs.</summary>
    public IReadOnlyList<RunnerPrediction> All => _predictions;

    /// <summary>The predictions of a race; made when first asked for.</summary>
    public static RacePredictions Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new RacePredictions(snapshot));
    }

    /// <summary>What is expected of a runner; null: not on the course, or no split yet.</summary>
    public RunnerPrediction? Of(int runner) => _index[runner] < 0 ? null : _predictions[_index[runner]];

    /// <summary>The runner's official time if the runner comes at a moment, by the race's profile with penalties; null: nothing to count from.</summary>
    public Elapsed? OfficialTimeOf(int runner, int visit, Instant moment) => moment - _race.ZeroOf(runner) + _race.AdjustmentOf(runner, visit);

    private void Predict(List<RunnerPrediction> found)
    {
        var forms = new FormReading(_race);
        var last = _race.Visits.Count - 1;
        var (next, finish) = (new LegForecast?[last], new LegForecast?[last]);
        for (var runner = 0; runner < _race.RunnerCount; runner++)
        {
            var from = _race.LastVisitOf(runner);
            if (_race.StatusOf(runner) != ResultStatus.OnCourse || from <= 0 || from >= last || forms.At(runner, from) is not { } form)
            {
                continue;
            }

            var toNext = next[from] ??= new LegForecast(_race, forms, from, from + 1);
            var toFinish = from + 1 == last ? toNext : finish[from] ??= new LegForecast(_race, forms, from, last);
            _index[runner] = found.Count;
            found.Add(new RunnerPrediction(runner, from, Shown(from + 1, toNext.Of(form)), Shown(last, toFinish.Of(form))));
        }
    }

    private static VisitPrediction Shown(int visit, Forecast forecast) =>
        new(visit, new Instant(forecast.Middle), new Instant(forecast.Low), new Instant(forecast.High), forecast.IsOverdue);
}
