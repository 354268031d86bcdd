using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// Makes norms of stretches from runners who were measured everywhere on and beside them, and keeps them. A runner who
/// stopped on a stretch beside makes a normal one look fast; the least of up to four neighbours is not misled by one stop.
/// </summary>
internal sealed class SegmentNorms(FieldPaces paces)
{
    private const int MaxCompared = 900;
    private const int LeastCompared = 20;
    private const int LeastClass = 100;
    private const int MaxClasses = 3;

    // What stands in for a small field, and how many runners it weighs as.
    private const double UsualLeft = 0.04;
    private const double UsualRight = 0.06;
    private const double UsualWeight = 10;
    private readonly Dictionary<(SegmentKey Key, int Band), SegmentNorm> _norms = [];
    private readonly double[] _own = new double[MaxCompared];
    private readonly double[] _beside = new double[MaxCompared * SegmentNorm.Anchors];
    private readonly double[] _values = new double[MaxCompared];
    private int _compared;

    public SegmentNorm Of(SegmentKey key, int band)
    {
        if (!_norms.TryGetValue((key, band), out var norm))
        {
            _norms[(key, band)] = norm = Make(key, band);
        }

        return norm;
    }

    private SegmentNorm Make(SegmentKey key, int band)
    {
        Compare(key, band);
        var offsets = new double[SegmentNorm.Anchors];
        for (var i = 0; i < SegmentNorm.Anchors; i++)
        {
            offsets[i] = Offset(i);
        }

        var residuals = new double[_compared];
        var spreads = new double[_compared];
        var count = 0;
        for (var i = 0; i < _compared; i++)
        {
            var residual = _own[i] - SegmentNorm.Fastest(Beside(i), offsets, out var spread);
            if (!double.IsNaN(residual))
            {
                (residuals[count], spreads[count++]) = (residual, spread);
            }
        }

        return new SegmentNorm(offsets, Classes(spreads[..count], residuals[..count]));
    }

    private Span<double> Beside(int compared) => _beside.AsSpan(compared * SegmentNorm.Anchors, SegmentNorm.Anchors);

    private static SteadinessClass[] Classes(double[] spreads, double[] residuals)
    {
        Array.Sort(spreads, residuals);
        var count = Math.Clamp(residuals.Length / LeastClass, 1, MaxClasses);
        var classes = new SteadinessClass[count];
        for (var i = 0; i < count; i++)
        {
            var (begin, end) = (residuals.Length * i / count, residuals.Length * (i + 1) / count);
            var own = residuals[begin..end];
            Array.Sort(own);
            classes[i] = new SteadinessClass(end > 0 ? spreads[end - 1] : 0, Fit(own), own);
        }

        return classes;
    }

    private void Compare(SegmentKey key, int band)
    {
        _compared = 0;
        Take(key, paces.Band(band));
        for (var reach = 1; _compared < LeastCompared && reach < paces.BandCount; reach++)
        {
            if (band - reach >= 0)
            {
                Take(key, paces.Band(band - reach));
            }

            if (band + reach < paces.BandCount)
            {
                Take(key, paces.Band(band + reach));
            }
        }
    }

    private void Take(SegmentKey key, (int Begin, int End) band)
    {
        for (var position = band.Begin; position < band.End && _compared < MaxCompared; position++)
        {
            var seconds = paces.Sampled(position);
            if (!IsComparable(key, seconds))
            {
                continue;
            }

            _own[_compared] = paces.Relative(key.From, key.To, seconds);
            for (var i = 0; i < SegmentNorm.Anchors; i++)
            {
                var (from, to) = key.Anchor(i);
                Beside(_compared)[i] = from < 0 ? double.NaN : paces.Relative(from, to, seconds);
            }

            _compared++;
        }
    }

    // Measured at every visit on the way, so nobody who cut it; a mat that never worked does not count.
    private bool IsComparable(SegmentKey key, ReadOnlySpan<double> seconds)
    {
        for (var visit = key.First; visit <= key.Last; visit++)
        {
            if (double.IsNaN(seconds[visit]) && !paces.IsDead[visit])
            {
                return false;
            }
        }

        return true;
    }

    private double Offset(int number)
    {
        var count = 0;
        for (var i = 0; i < _compared; i++)
        {
            if (_own[i] - Beside(i)[number] is var difference && !double.IsNaN(difference))
            {
                _values[count++] = difference;
            }
        }

        if (count < LeastCompared)
        {
            return 0;
        }

        Array.Sort(_values, 0, count);
        return Quantiles.Median<double>(_values.AsSpan(0, count));
    }

    // Scales from the 5 % on either side: no cutter and no one who stopped for long reaches them.
    private static SplitStudent Fit(double[] residuals)
    {
        var count = residuals.Length;
        var (median, left, right) = (0.0, UsualLeft, UsualRight);
        if (count > 0)
        {
            median = Quantiles.Median<double>(residuals) * count / (count + UsualWeight);
            left = Blend((median - Quantiles.Lower<double>(residuals, 0.05)) / SplitStudent.LeftFivePercent, count, UsualLeft);
            right = Blend((Quantiles.Upper<double>(residuals, 0.05) - median) / SplitStudent.RightFivePercent, count, UsualRight);
        }

        return new SplitStudent(median, left, right);
    }

    private static double Blend(double scale, int count, double usual) => Math.Max(0.005, ((scale * count) + (usual * UsualWeight)) / (count + UsualWeight));
}
