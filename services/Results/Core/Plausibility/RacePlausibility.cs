using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// What a snapshot's own reads and paces tell of its mats and runners: missed or cut. A pure function of the course, the
/// crossings and the first gun, made when first asked for and kept while they stay the same; safe to share between threads.
/// </summary>
public sealed class RacePlausibility : IOfCrossings
{
    private readonly RaceStandings _race;
    private readonly Lock _turn = new();
    private FieldPaces? _paces;
    private SegmentNorms? _norms;
    private MatHealth? _health;
    private SplitInference? _inference;
    private IReadOnlyList<CutSuspicion>? _suspicions;
    private IReadOnlyList<MatMinute>? _minutes;

    private RacePlausibility(RaceStandings race) => _race = race;

    /// <summary>Runners who may have cut the course, the most probable first; those below 1 % are left out.</summary>
    public IReadOnlyList<CutSuspicion> Suspicions
    {
        get
        {
            Judge();
            return _suspicions!;
        }
    }

    /// <summary>Every mat minute by minute, by visit and time, runners who are likely to have cut left out of the misses.</summary>
    public IReadOnlyList<MatMinute> Minutes
    {
        get
        {
            Judge();
            return _minutes!;
        }
    }

    /// <summary>Of a snapshot.</summary>
    public static RacePlausibility Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(standings => new RacePlausibility(standings));
    }

    /// <summary>Lets a snapshot have what is known of another one of its race, where the crossings are the same, and the other way round.</summary>
    public static void Share(RaceStandings known, RaceStandings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _ = Of(known);
        other.TakeOver(known);
    }

    /// <summary>
    /// A split that was missed; null: it was measured, nothing was measured after it, or the runner was so fast around it
    /// that the course may have been cut there.
    /// </summary>
    public InferredSplit? SplitOf(int runner, int visit)
    {
        if (_race.LastVisitOf(runner) <= visit || _race.Visits[visit].CrossingOf(runner) is not null)
        {
            return null;
        }

        lock (_turn)
        {
            LookAtField();
            _inference ??= new SplitInference(_race, _paces!, _norms!);
            return _inference.Infer(runner, visit);
        }
    }

    /// <summary>
    /// Runners of the same course whose crossings are assumed to be others, as this field tells: what a decision changed is
    /// judged without judging a whole field again.
    /// </summary>
    /// <param name="assumed">The race with the other crossings.</param>
    /// <param name="runners">The runners, as numbered there.</param>
    internal IReadOnlyList<CutSuspicion> SuspicionsOf(RaceStandings assumed, IReadOnlyList<int> runners)
    {
        Judge();
        lock (_turn)
        {
            return _health is null || runners.Count == 0 ? [] : new CutDetector(assumed, _paces!, _norms!, _health).FindAmong(runners);
        }
    }

    private void Judge()
    {
        lock (_turn)
        {
            if (_suspicions is not null)
            {
                return;
            }

            if (_race.Visits.Count < 2)
            {
                (_minutes, _suspicions) = ([], []);
                return;
            }

            LookAtField();
            _health = new MatHealth(_race, _paces!);
            var suspicions = new CutDetector(_race, _paces!, _norms!, _health).Find();
            (_minutes, _suspicions) = ([.. _health.Minutes()], suspicions);
        }
    }

    private void LookAtField()
    {
        _paces ??= new FieldPaces(_race);
        _norms ??= new SegmentNorms(_paces);
    }
}
