using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.AgeGrading;

/// <summary>
/// The runners of a race by age grade: a function of the snapshot alone. Exact times are graded, penalties and adjustments
/// included; runners of separate divisions, as those on wheels, are not graded. Immutable.
/// </summary>
public sealed class AgeGradeStandings : IRankedRunners
{
    private readonly AgeGrade?[] _grades;
    private readonly int[] _order;
    private readonly Places[] _places;

    private AgeGradeStandings(RaceStandings race)
    {
        _grades = new AgeGrade?[race.RunnerCount];
        _places = new Places[race.RunnerCount];
        _order = [];
        if (race.Visits.Count == 0 || AgeGradeTables.Find(race.Race.AgeGradeTables) is not { } tables)
        {
            return;
        }

        var finish = race.Visits.Count - 1;
        var metres = race.Race.Visits[finish].DistanceM;
        var ratios = new decimal[race.RunnerCount];
        var standards = new Dictionary<(Sex Sex, int Age), AgeStandard?>();
        for (var runner = 0; runner < _grades.Length; runner++)
        {
            var entry = race.EntryOf(runner);
            if (!standards.TryGetValue((entry.Sex, entry.Age), out var found))
            {
                standards[(entry.Sex, entry.Age)] = found = tables.StandardOf(entry.Sex, entry.Age, metres);
            }

            if (found is { } standard && race.OfficialTimeOf(runner, finish) is { Micros: > 0 } time && race.DivisionOf(runner) is not { Separate: true })
            {
                _grades[runner] = standard.GradeOf(time.Micros / 1_000_000m);
                ratios[runner] = standard.OpenSeconds / (standard.Factor * time.Micros);
            }
        }

        // Stable: equal ones stay in the order of the race.
        _order = [.. race.Visits[finish].Order.ToArray().Where(runner => _grades[runner] is not null).OrderByDescending(runner => ratios[runner])];
        CountPlaces(race, ratios);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>The age grades of a race; made when first asked for. Nobody has one where the race does not ask for them.</summary>
    public static AgeGradeStandings Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new AgeGradeStandings(snapshot));
    }

    /// <summary>A runner's grade; null: none.</summary>
    public AgeGrade? GradeOf(int runner) => _grades[runner];

    /// <summary>Places by age grade, overall and by sex; none by division.</summary>
    public Places PlacesOf(int runner) => _places[runner];

    private void CountPlaces(RaceStandings race, decimal[] ratios)
    {
        var shares = race.Race.Ties != TieRule.ByHiddenTime;
        var (overall, men, women) = (default(SharedPlaces<decimal>), default(SharedPlaces<decimal>), default(SharedPlaces<decimal>));
        foreach (var runner in _order)
        {
            var bySex = race.EntryOf(runner).Sex switch
            {
                Sex.Male => Next(ref men, ratios[runner]),
                Sex.Female => Next(ref women, ratios[runner]),
                _ => 0,
            };
            _places[runner] = new Places(Next(ref overall, ratios[runner]), bySex, 0);
        }

        int Next(ref SharedPlaces<decimal> places, decimal ratio) => shares ? places.Next(ratio) : places.Next();
    }
}
