using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Standings;

/// <summary>
/// Everyone still in the race in one order: finishers first, then runners on the course by the furthest visit measured
/// and the time there. Immutable.
/// </summary>
public sealed class LiveStandings : IRankedRunners
{
    private readonly int[] _order;
    private readonly Places[] _places;

    internal LiveStandings(RaceStandings race, RankGroups groups)
    {
        var order = new List<int>(race.RunnerCount);
        _places = new Places[race.RunnerCount];
        var counter = new PlaceCounter();
        counter.Begin(groups);
        for (var visit = race.Visits.Count - 1; visit >= 0; visit--)
        {
            counter.Separate();
            foreach (var runner in race.Visits[visit].Order)
            {
                if (race.LastVisitOf(runner) == visit && race.StatusOf(runner) is ResultStatus.OnCourse or ResultStatus.Finished)
                {
                    order.Add(runner);
                    _places[runner] = counter.Next(groups.Of[runner], race.Visits[visit].RankingTimeOf(runner)!.Value.Micros, race.Visits[visit].IsApart(runner));
                }
            }
        }

        _order = [.. order];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Order => _order;

    /// <inheritdoc/>
    public Places PlacesOf(int runner) => _places[runner];
}
