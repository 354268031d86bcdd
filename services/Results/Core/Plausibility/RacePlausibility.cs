using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// What a snapshot's own reads and paces tell of its mats and runners: missed or cut. A pure function of the snapshot, made
/// when first asked for; safe to share between threads.
/// </summary>
public sealed class RacePlausibility
{
    private readonly RaceStandings _race;
    private readonly Lock _turn = new();
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
            if (_inference is null)
            {
                var paces = new FieldPaces(_race);
                _inference = new SplitInference(_race, paces, new SegmentNorms(paces));
            }

            return _inference.Infer(runner, visit);
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

            var paces = new FieldPaces(_race);
            var health = new MatHealth(_race, paces);
            var suspicions = new CutDetector(_race, paces, new SegmentNorms(paces), health).Find();
            (_minutes, _suspicions) = ([.. health.Minutes()], suspicions);
        }
    }
}
