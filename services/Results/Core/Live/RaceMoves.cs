using System.Collections.Concurrent;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Live;

/// <summary>
/// Places gained since the previous split: among the runners ranked at both, so that those who are still to come to the later
/// one change nothing. Immutable.
/// </summary>
public sealed class RaceMoves
{
    private readonly RaceStandings _race;
    private readonly ConcurrentDictionary<int, int?[]> _gained = new();

    private RaceMoves(RaceStandings race) => _race = race;

    /// <summary>The moves of a race; each visit's are made when first asked for.</summary>
    public static RaceMoves Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new RaceMoves(snapshot));
    }

    /// <summary>Places gained on the leg that ends at a visit, lost ones negative; null: not ranked at both ends, or the leg begins at the start.</summary>
    public int? Gained(int runner, int visit) => visit < 2 ? null : At(visit)[runner];

    /// <summary>Who gained most and who lost most, each with the most first.</summary>
    /// <param name="visit">Where the leg ends; null: everyone at the own furthest visit.</param>
    /// <param name="top">Of each at most.</param>
    public (IReadOnlyList<int> Up, IReadOnlyList<int> Down) Most(int? visit, int top)
    {
        var moved = new List<(int Gained, int Runner)>();
        for (var runner = 0; runner < _race.RunnerCount; runner++)
        {
            if (Gained(runner, visit ?? _race.LastVisitOf(runner)) is { } gained and not 0)
            {
                moved.Add((gained, runner));
            }
        }

        return (
            [.. moved.Where(move => move.Gained > 0).OrderByDescending(move => move.Gained).ThenBy(move => move.Runner).Take(top).Select(move => move.Runner)],
            [.. moved.Where(move => move.Gained < 0).OrderBy(move => move.Gained).ThenBy(move => move.Runner).Take(top).Select(move => move.Runner)]);
    }

    private int?[] At(int visit) => _gained.GetOrAdd(visit, _ =>
    {
        var gained = new int?[_race.RunnerCount];
        var before = PlacesAmong(_race.Visits[visit - 1], _race.Visits[visit]);
        var after = PlacesAmong(_race.Visits[visit], _race.Visits[visit - 1]);
        for (var runner = 0; runner < gained.Length; runner++)
        {
            gained[runner] = before[runner] > 0 && after[runner] > 0 ? before[runner] - after[runner] : null;
        }

        return gained;
    });

    private int[] PlacesAmong(VisitStandings ranked, VisitStandings other)
    {
        var places = new int[_race.RunnerCount];
        var counted = default(SharedPlaces<int>);
        foreach (var runner in ranked.Order)
        {
            var overall = ranked.PlacesOf(runner).Overall;
            if (overall > 0 && other.PlacesOf(runner).Overall > 0)
            {
                places[runner] = counted.Next(overall);
            }
        }

        return places;
    }
}
