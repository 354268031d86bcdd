using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// Finds the runners who may have cut the course. Twice over the suspects: those likely to have cut are no witnesses
/// against the mats, so the second round takes them out of the misses.
/// </summary>
internal sealed class CutDetector(RaceStandings race, FieldPaces paces, SegmentNorms norms, MatHealth health)
{
    /// <summary>Suspicions below this are not kept.</summary>
    public const double LeastProbability = 0.01;

    // One runner in a thousand cuts: an operator's prior, not a measurement. At odds of 1:1 the evidence stands 1000:1.
    private const double Prior = 0.001;

    // A mat's time is wrong (another runner's chip, a clock) as rarely as that; the stretch beside it is then too slow.
    private const double WrongTime = 0.0002;

    // Below these the second round, which believes in mats a little more, comes to nothing.
    private const double DoubtfulOdds = 0.0005;

    // Relative pace beside which a stretch is looked at closely, with missed mats and without.
    private const double FastWithMisses = -0.03;
    private const double FastWithout = -0.1;
    private readonly CutLikelihood _likelihood = new(Math.Max(1_000, paces.DistanceM[^1]));
    private readonly RunnerPath _path = new(race);
    private readonly double[] _misses = new double[paces.VisitCount];
    private readonly Dictionary<(int Runner, int Visit), double> _discounts = [];
    private readonly HashSet<int> _doubtful = [];
    private readonly List<(int From, int To)> _stretches = [];

    /// <summary>Suspicions, the most probable first.</summary>
    public IReadOnlyList<CutSuspicion> Find()
    {
        var candidates = Enumerable.Range(0, race.RunnerCount).Where(IsCandidate).ToArray();
        var suspicions = Evaluate(candidates);
        foreach (var suspicion in suspicions)
        {
            _path.Fill(suspicion.Runner);
            foreach (var mat in suspicion.MissedMats)
            {
                _discounts[(suspicion.Runner, mat.Visit)] = suspicion.Probability;
                health.Discount(_path, mat.Visit, suspicion.Probability);
            }
        }

        health.Learn();
        var doubtful = candidates.Where(_doubtful.Contains).ToArray();
        return [.. Evaluate(doubtful).OrderByDescending(suspicion => suspicion.Probability).ThenBy(suspicion => suspicion.Runner)];
    }

    /// <summary>Suspicions against some runners who told nothing of the mats, in their order.</summary>
    public IReadOnlyList<CutSuspicion> FindAmong(IEnumerable<int> runners) => Evaluate([.. runners.Where(IsCandidate)]);

    private List<CutSuspicion> Evaluate(int[] candidates)
    {
        var suspicions = new List<CutSuspicion>();
        foreach (var runner in candidates)
        {
            if (Evaluate(runner) is { } suspicion)
            {
                suspicions.Add(suspicion);
            }
        }

        return suspicions;
    }

    private bool IsCandidate(int runner)
    {
        if (race.LastVisitOf(runner) < 2)
        {
            return false;
        }

        _path.Fill(runner);
        FindStretches();
        return _stretches.Count > 0;
    }

    // Positions of the path between which the runner was fast against the stretches beside.
    private void FindStretches()
    {
        _stretches.Clear();
        Span<double> anchors = stackalloc double[SegmentNorm.Anchors];
        for (var i = 1; i < _path.Count; i++)
        {
            var key = SegmentKey.Of(_path, i - 1, i);
            var own = paces.Relative(key.From, key.To, _path.Time(key.From), _path.Time(key.To));
            var beside = double.PositiveInfinity;
            for (var a = 0; a < SegmentNorm.Anchors; a++)
            {
                var (from, to) = key.Anchor(a);
                var relative = from < 0 ? double.NaN : paces.Relative(from, to, _path.Time(from), _path.Time(to));
                beside = relative < beside ? relative : beside;
            }

            if (own - beside < (key.To - key.From > 1 ? FastWithMisses : FastWithout) && key.HasAnchor)
            {
                _stretches.Add((i - 1, i));
            }
        }
    }

    private CutSuspicion? Evaluate(int runner)
    {
        _path.Fill(runner);
        FindStretches();
        var level = paces.LevelOf(_path);
        var logReads = LogReads();
        var odds = 0.0;
        CutSuspicion? best = null;
        var bestOdds = 0.0;
        foreach (var (from, to) in _stretches)
        {
            var stretch = Measure(from, to, level);
            if (stretch.Residual >= stretch.Density.Median - stretch.Density.LeftScale || double.IsNaN(stretch.Residual))
            {
                continue;
            }

            var mats = Mats(stretch.Key);
            var elsewhere = logReads - mats.Sum(mat => Math.Log(mat.Miss));
            var cut = _likelihood.Cut(elsewhere, Crossings, paces.DistanceM[stretch.Key.From], paces.DistanceM[stretch.Key.To], mats, stretch.Density, stretch.Residual);
            var own = Odds(cut, CutLikelihood.Honest(logReads, Crossings, stretch.Density.Density(stretch.Residual)));
            if (own > DoubtfulOdds)
            {
                own = Odds(cut, CutLikelihood.Honest(logReads, Crossings, stretch.Density.Density(stretch.Residual) + WrongTimes(from, to, level)));
            }

            odds += own;
            if (own > bestOdds)
            {
                (bestOdds, best) = (own, Describe(stretch));
            }
        }

        if (odds > DoubtfulOdds)
        {
            _doubtful.Add(runner);
        }

        var probability = odds / (1 + odds);
        return probability >= LeastProbability ? best! with { Probability = probability } : null;
    }

    private static double Odds(double cut, double honest) => Prior / (1 - Prior) * cut / Math.Max(honest, double.Epsilon);

    private int Crossings => _path.Visit(_path.Count - 1);

    private double LogReads()
    {
        var sum = 0.0;
        for (var visit = 0; visit < Crossings; visit++)
        {
            var missed = _path.Time(visit) == Moment.None;
            var own = missed ? 1 - _discounts.GetValueOrDefault((_path.Runner, visit)) : 0;
            _misses[visit] = Math.Clamp(health.Mat(visit).Miss(health.Minute(_path, visit), own), 1e-6, 1 - 1e-6);
            sum += Math.Log(missed ? _misses[visit] : 1 - _misses[visit]);
        }

        return sum;
    }

    private (double M, double Miss)[] Mats(SegmentKey key) =>
        [.. Enumerable.Range(key.From + 1, key.To - key.From - 1).Select(visit => (paces.DistanceM[visit], _misses[visit]))];

    private Stretch Measure(int from, int to, double level, int without = -1) => Stretch.Measure(paces, norms, _path, from, to, level, without);

    // The time at one end is wrong: together with the stretch beside it the runner is as fast as ever, and on that one alone
    // too slow against all but the suspected stretch.
    private double WrongTimes(int from, int to, double level)
    {
        var sum = 0.0;
        if (from > 0)
        {
            sum += WrongTime * Measure(from - 1, to, level).Likelihood / Math.Max(Measure(from - 1, from, level, SegmentKey.After).Likelihood, 1e-9);
        }

        if (to < _path.Count - 1)
        {
            sum += WrongTime * Measure(from, to + 1, level).Likelihood / Math.Max(Measure(to, to + 1, level, SegmentKey.Before).Likelihood, 1e-9);
        }

        return sum;
    }

    private CutSuspicion Describe(Stretch stretch)
    {
        var key = stretch.Key;
        var (start, end) = (new Instant(_path.Time(key.From)), new Instant(_path.Time(key.To)));
        var (mean, low, high) = _likelihood.Skipped;
        return new CutSuspicion
        {
            Runner = _path.Runner,
            Probability = 0,
            FromVisit = key.From,
            ToVisit = key.To,
            FromTime = start,
            ToTime = end,
            Expected = new Elapsed((long)((end - start).Micros * Math.Exp(stretch.Density.Median - stretch.Residual))),
            SkippedM = (long)mean,
            SkippedLowM = (long)low,
            SkippedHighM = (long)high,
            FasterShare = stretch.Alike.ShareUpTo(stretch.Residual),
            Compared = stretch.Alike.Residuals.Length,
            MissedMats = [.. Enumerable.Range(key.From + 1, key.To - key.From - 1).Select(MissedAt)],
        };
    }

    private MissedMat MissedAt(int visit)
    {
        var minute = health.Minute(_path, visit);
        var own = 1 - _discounts.GetValueOrDefault((_path.Runner, visit));
        var (expected, missed) = health.Mat(visit).At(minute);
        var others = Math.Max(0, expected - own);
        var read = Math.Max(0, expected - missed);
        return new MissedMat(visit, new Instant(minute * 60 * Instant.MicrosPerSecond), (int)Math.Round(others), (int)Math.Round(read), _misses[visit]);
    }
}
