using RaceSystem.Kernel;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Teams;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>
/// How a race is expected to end: finishers with their times, runners on the course with those predicted, ranked together.
/// Teams score from that order. Immutable.
/// </summary>
public sealed class ProjectedFinish : IRankedRunners
{
    private readonly RaceStandings _race;
    private readonly int[] _order;
    private readonly Places[] _places;
    private readonly long[] _times;

    private ProjectedFinish(RaceStandings race)
    {
        _race = race;
        _places = new Places[race.RunnerCount];
        _times = new long[race.RunnerCount];
        Array.Fill(_times, Moment.None);
        _order = Rank();
        Predicted =
        [
            .. _order.Where(runner => race.StatusOf(runner) == ResultStatus.OnCourse),
            .. RacePredictions.Of(race).All.Select(prediction => prediction.Runner).Where(runner => _times[runner] == Moment.None),
        ];
        Teams = new Lazy<IReadOnlyList<TeamTable>>(() => [.. race.Race.Teams.Select(rule => TeamScoring.Score(race, rule, this, TimeOf))]);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Everyone on the course with a prediction: by place, then those who are overdue or would have none.</summary>
    public IReadOnlyList<int> Predicted { get; }

    /// <summary>How the teams are expected to stand, one table a rule.</summary>
    public Lazy<IReadOnlyList<TeamTable>> Teams { get; }

    /// <summary>The projection of a race; made when first asked for.</summary>
    public static ProjectedFinish Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new ProjectedFinish(snapshot));
    }

    /// <inheritdoc/>
    public Places PlacesOf(int runner) => _places[runner];

    /// <summary>Official or predicted; only for runners in <see cref="Order"/>.</summary>
    public Elapsed TimeOf(int runner) => new(_times[runner]);

    private int[] Rank()
    {
        var order = new List<int>();
        var last = _race.Visits.Count - 1;
        foreach (var runner in last < 0 ? [] : _race.Visits[last].Order)
        {
            _times[runner] = _race.Visits[last].RankingTimeOf(runner)!.Value.Micros;
            order.Add(runner);
        }

        var predictions = RacePredictions.Of(_race);
        foreach (var prediction in predictions.All)
        {
            if (!prediction.Finish.IsOverdue && predictions.OfficialTimeOf(prediction.Runner, last, prediction.Finish.Expected) is { } time)
            {
                _times[prediction.Runner] = time.Micros;
                order.Add(prediction.Runner);
            }
        }

        int[] sorted = [.. order];
        long[] times = [.. order.Select(runner => _times[runner])];
        Array.Sort(times, sorted);
        SettleEquals(times, sorted, order);
        var counter = new PlaceCounter();
        counter.Begin(_race.Groups);
        foreach (var runner in sorted)
        {
            _places[runner] = counter.Next(_race.Groups.Of[runner], _times[runner], last >= 0 && _race.Visits[last].IsApart(runner));
        }

        return sorted;
    }

    /// <summary>Among equals finishers come first, in the order in which they stand, then the others by bib: sorting by time alone leaves them anyhow.</summary>
    private static void SettleEquals(long[] times, int[] sorted, List<int> order)
    {
        Dictionary<int, int>? position = null;
        for (int from = 0, to; from < times.Length; from = to)
        {
            for (to = from + 1; to < times.Length && times[to] == times[from];)
            {
                to++;
            }

            if (to > from + 1)
            {
                position ??= order.Select((runner, i) => (runner, i)).ToDictionary(pair => pair.runner, pair => pair.i);
                sorted.AsSpan(from, to - from).Sort((left, right) => position[left].CompareTo(position[right]));
            }
        }
    }
}
