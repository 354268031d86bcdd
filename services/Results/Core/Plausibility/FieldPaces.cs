using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// How the field of a race runs its course: a median time along it, and every runner's pace against that. A
/// hill or a head wind is in the median, so that a relative pace compares legs as if the course were flat.
/// </summary>
internal sealed class FieldPaces
{
    // Enough for quantiles in every band, few enough to be made anew with every snapshot.
    private const int MaxSample = 7_200;
    private const int MaxBands = 8;
    private const int LeastBand = 150;

    private readonly VisitStandings[] _visits;
    private readonly double[] _median;
    private readonly int[] _sample;
    private readonly double[] _levels;
    private readonly double[] _times;
    private readonly List<double> _paces = [];

    public FieldPaces(RaceStandings race)
    {
        _visits = [.. race.Visits];
        DistanceM = [.. race.Race.Visits.Select(visit => (double)visit.DistanceM)];
        (Read, Missed) = CountReads(race);
        IsDead = [.. Read.Select((read, visit) => Missed[visit] >= 10 && Missed[visit] > read)];
        _sample = Sample(race);
        _median = MedianRunner.Times(race, _sample, IsDead);
        (_sample, _levels) = ByLevel(race);
        _times = Times();
        BandCount = Math.Clamp(_sample.Length / LeastBand, 1, MaxBands);
    }

    public int VisitCount => _visits.Length;

    /// <summary>Metres from the start line, by visit.</summary>
    public double[] DistanceM { get; }

    /// <summary>By visit: runners measured there and, at least once, later.</summary>
    public int[] Read { get; }

    /// <summary>By visit: runners not measured there, but later.</summary>
    public int[] Missed { get; }

    /// <summary>Visits that hardly anybody was measured at: a mat that never worked.</summary>
    public bool[] IsDead { get; }

    /// <summary>Groups of runners of like pace.</summary>
    public int BandCount { get; }

    /// <summary>Seconds of the median runner from the start to a visit.</summary>
    public double MedianTime(int visit) => _median[visit];

    /// <summary>Logarithm of a time between two visits against the median runner's; NaN: not measured, or backwards.</summary>
    public double Relative(int from, int to, long start, long end) =>
        start == Moment.None || end == Moment.None || end <= start || _median[to] <= _median[from]
            ? double.NaN
            : Math.Log((end - start) / 1e6 / (_median[to] - _median[from]));

    public double Relative(int from, int to, int runner) => Relative(from, to, _visits[from].Crossings[runner], _visits[to].Crossings[runner]);

    /// <summary>When a runner crossed, in microseconds.</summary>
    public long Crossing(int visit, int runner) => _visits[visit].Crossings[runner];

    /// <summary>Median relative pace of a runner's legs; NaN: none measured.</summary>
    public double LevelOf(RunnerPath path)
    {
        _paces.Clear();
        for (var i = 1; i < path.Count; i++)
        {
            var (from, to) = (path.Visit(i - 1), path.Visit(i));
            if (Relative(from, to, path.Time(from), path.Time(to)) is var relative && !double.IsNaN(relative))
            {
                _paces.Add(relative);
            }
        }

        return _paces.Count == 0 ? double.NaN : Quantiles.MedianOf(_paces);
    }

    /// <summary>The band of a pace.</summary>
    public int BandOf(double level)
    {
        var band = 0;
        while (band + 1 < BandCount && level >= _levels[Begin(band + 1)])
        {
            band++;
        }

        return band;
    }

    /// <summary>Positions of a band's runners in the sample, fastest first.</summary>
    public (int Begin, int End) Band(int band) => (Begin(band), Begin(band + 1));

    /// <summary>Seconds at every visit of a runner of the sample; NaN: not measured.</summary>
    public ReadOnlySpan<double> Sampled(int position) => _times.AsSpan(position * VisitCount, VisitCount);

    /// <summary>As <see cref="Relative(int, int, long, long)"/>, of seconds.</summary>
    public double Relative(int from, int to, ReadOnlySpan<double> seconds) =>
        seconds[to] > seconds[from] && _median[to] > _median[from] ? Math.Log((seconds[to] - seconds[from]) / (_median[to] - _median[from])) : double.NaN;

    /// <summary>How far a pace lies outside of those that the field knows well (its 0.5 % to 99.5 %).</summary>
    public double Strangeness(double level)
    {
        if (_levels.Length == 0)
        {
            return 0;
        }

        return Math.Max(0, Math.Max(Quantiles.Lower<double>(_levels, 0.005) - level, level - Quantiles.Upper<double>(_levels, 0.005)));
    }

    private int Begin(int band) => (int)((long)band * _sample.Length / BandCount);

    private static (int[] Read, int[] Missed) CountReads(RaceStandings race)
    {
        var read = new int[race.Visits.Count];
        var missed = new int[race.Visits.Count];
        for (var visit = 0; visit < read.Length - 1; visit++)
        {
            var crossings = race.Visits[visit].Crossings;
            for (var runner = 0; runner < crossings.Length; runner++)
            {
                if (race.LastVisitOf(runner) > visit)
                {
                    _ = crossings[runner] == Moment.None ? missed[visit]++ : read[visit]++;
                }
            }
        }

        return (read, missed);
    }

    // Evenly over the bibs, so over waves and divisions: runners measured twice at least.
    private static int[] Sample(RaceStandings race)
    {
        var candidates = new List<int>(race.RunnerCount);
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            if (race.LastVisitOf(runner) > 0)
            {
                candidates.Add(runner);
            }
        }

        var step = Math.Max(1, (double)candidates.Count / MaxSample);
        var sample = new List<int>(MaxSample);
        for (double i = 0; i < candidates.Count && sample.Count < MaxSample; i += step)
        {
            sample.Add(candidates[(int)i]);
        }

        return [.. sample];
    }

    private (int[] Runners, double[] Levels) ByLevel(RaceStandings race)
    {
        var path = new RunnerPath(race);
        var levels = new double[_sample.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            path.Fill(_sample[i]);
            levels[i] = LevelOf(path);
        }

        var measured = levels.Count(level => !double.IsNaN(level));
        var runners = _sample;
        Array.Sort(levels, runners, Comparer<double>.Create((left, right) => (double.IsNaN(left), left).CompareTo((double.IsNaN(right), right))));
        return (runners[..measured], levels[..measured]);
    }

    private double[] Times()
    {
        var times = new double[_sample.Length * VisitCount];
        var zero = _sample.Length > 0 ? _visits.Select(visit => visit.Crossings[_sample[0]]).First(time => time != Moment.None) : 0;
        for (var i = 0; i < times.Length; i++)
        {
            var crossing = Crossing(i % VisitCount, _sample[i / VisitCount]);
            times[i] = crossing == Moment.None ? double.NaN : (crossing - zero) / 1e6;
        }

        return times;
    }
}
