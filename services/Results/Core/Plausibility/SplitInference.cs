using RaceSystem.Kernel;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// Infers missed splits. Inside a gap: which share of its time the field's runners of like pace need up to the missed visit,
/// by how much they slowed down around it. Before the first measured visit: back from there at the runner's pace.
/// </summary>
internal sealed class SplitInference(RaceStandings race, FieldPaces paces, SegmentNorms norms)
{
    private const int LeastCompared = 40;
    private const double Share = 0.05;

    // What stands in for a small field: two legs differ by so much in 90 % of the runners.
    private static readonly GapNorm Usual = new(0.25, 0, -0.12, 0.12);
    private readonly RunnerPath _path = new(race);
    private readonly Dictionary<(GapKey Key, int Band), GapNorm> _norms = [];
    private readonly List<(double Offset, double Slowing)> _compared = [];

    /// <summary>A visit that a runner was not measured at; null: not missed, or perhaps not crossed.</summary>
    public InferredSplit? Infer(int runner, int visit)
    {
        _path.Fill(runner);
        var key = GapKey.Of(_path, visit);
        if (key.To < 0 || (key.From < 0 && key.After < 0))
        {
            return null;
        }

        var level = paces.LevelOf(_path);
        if (double.IsNaN(level) || (key.From >= 0 && IsTooFast(level, visit)))
        {
            return null;
        }

        var norm = Of(key, paces.BandOf(level));
        var middle = norm.Middle + (norm.Slope * Slowing(key, _path.Time));
        return key.From < 0 ? Before(key, middle, norm) : Inside(key, middle, norm);
    }

    private InferredSplit? Inside(GapKey key, double middle, GapNorm norm)
    {
        var usual = Logit(key);
        return new InferredSplit(At(0), At(norm.Low), At(norm.High));

        Instant At(double offset)
        {
            var share = Logistic.Probability(usual + middle + offset);
            return new Instant(_path.Time(key.From) + (long)(share * (_path.Time(key.To) - _path.Time(key.From))));
        }
    }

    private InferredSplit? Before(GapKey key, double middle, GapNorm norm)
    {
        var pace = paces.Relative(key.To, key.After, _path.Time(key.To), _path.Time(key.After));
        var gun = race.FirstGun?.Micros ?? long.MinValue;
        return double.IsNaN(pace) ? null : new InferredSplit(At(0), At(norm.High), At(norm.Low));

        Instant At(double offset)
        {
            var seconds = (paces.MedianTime(key.To) - paces.MedianTime(key.Missed)) * Math.Exp(pace + middle + offset);
            return new Instant(Math.Max(gun, _path.Time(key.To) - (long)(seconds * 1e6)));
        }
    }

    // Faster over the gap than 3 in 1,000 were: the runner may not have been at the mat at all.
    private bool IsTooFast(double level, int visit)
    {
        var position = 0;
        while (_path.Visit(position) < visit)
        {
            position++;
        }

        var stretch = Stretch.Measure(paces, norms, _path, position - 1, position, level);
        return stretch.Residual < stretch.Density.Median - (3.5 * stretch.Density.LeftScale);
    }

    private GapNorm Of(GapKey key, int band)
    {
        if (!_norms.TryGetValue((key, band), out var norm))
        {
            _norms[(key, band)] = norm = Make(key, band);
        }

        return norm;
    }

    private GapNorm Make(GapKey key, int band)
    {
        _compared.Clear();
        for (var reach = 0; reach < paces.BandCount && _compared.Count < LeastCompared; reach++)
        {
            for (var near = Math.Max(0, band - reach); near <= Math.Min(paces.BandCount - 1, band + reach); near += Math.Max(1, 2 * reach))
            {
                Compare(key, paces.Band(near));
            }
        }

        return _compared.Count < LeastCompared ? Usual : Fit();
    }

    private void Compare(GapKey key, (int Begin, int End) band)
    {
        for (var position = band.Begin; position < band.End; position++)
        {
            var seconds = paces.Sampled(position);
            var offset = key.From < 0
                ? paces.Relative(key.Missed, key.To, seconds) - paces.Relative(key.To, key.After, seconds)
                : Math.Log((seconds[key.Missed] - seconds[key.From]) / (seconds[key.To] - seconds[key.Missed])) - Logit(key);
            var slowing = Slowing(key, seconds);
            if (double.IsFinite(offset) && double.IsFinite(slowing))
            {
                _compared.Add((offset, Math.Clamp(slowing, -0.3, 0.3)));
            }
        }
    }

    // Median slope is least squares over offsets without their outer tenths, so that a stop or a wrong time bends nothing.
    private GapNorm Fit()
    {
        _compared.Sort();
        var inner = _compared[(_compared.Count / 10)..^(_compared.Count / 10)];
        var (meanOffset, meanSlowing) = (inner.Average(pair => pair.Offset), inner.Average(pair => pair.Slowing));
        var spread = inner.Sum(pair => (pair.Slowing - meanSlowing) * (pair.Slowing - meanSlowing));
        var slope = spread < 1e-9 ? 0 : inner.Sum(pair => (pair.Slowing - meanSlowing) * (pair.Offset - meanOffset)) / spread;
        var rest = _compared.Select(pair => pair.Offset - (slope * pair.Slowing)).Order().ToArray();
        var middle = Quantiles.Median<double>(rest);
        return new GapNorm(slope, middle, Quantiles.Lower<double>(rest, Share) - middle, Quantiles.Upper<double>(rest, Share) - middle);
    }

    // How much slower the runner was after the gap than before it; the gap itself stands in for a side that is missing.
    private double Slowing(GapKey key, ReadOnlySpan<double> seconds)
    {
        var own = key.From < 0 ? 0 : paces.Relative(key.From, key.To, seconds);
        var before = key.Before < 0 ? own : paces.Relative(key.Before, key.From, seconds);
        var after = key.After < 0 || key.From < 0 ? own : paces.Relative(key.To, key.After, seconds);
        return after - before;
    }

    private double Slowing(GapKey key, Func<int, long> time)
    {
        var own = key.From < 0 ? 0 : paces.Relative(key.From, key.To, time(key.From), time(key.To));
        var before = key.Before < 0 ? own : paces.Relative(key.Before, key.From, time(key.Before), time(key.From));
        var after = key.After < 0 || key.From < 0 ? own : paces.Relative(key.To, key.After, time(key.To), time(key.After));
        return after - before is var slowing && double.IsNaN(slowing) ? 0 : Math.Clamp(slowing, -0.3, 0.3);
    }

    private double Logit(GapKey key) =>
        Math.Log((paces.MedianTime(key.Missed) - paces.MedianTime(key.From)) / (paces.MedianTime(key.To) - paces.MedianTime(key.Missed)));
}
