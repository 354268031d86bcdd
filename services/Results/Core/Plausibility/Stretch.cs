using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>A runner on a stretch between two measured visits, against runners alike.</summary>
/// <param name="Key">Where, and what it is compared with.</param>
/// <param name="Alike">The runners compared.</param>
/// <param name="Density">Of the residual.</param>
/// <param name="Residual">Relative pace less the fastest that the stretches beside let expect; NaN: nothing to compare with.</param>
internal readonly record struct Stretch(SegmentKey Key, SteadinessClass Alike, SplitStudent Density, double Residual)
{
    // A pace that hardly anybody has (a wheelchair, the sweep) is judged by runners who are unlike it: so much less sure.
    private const double StrangenessWeight = 10;

    /// <summary>Measures a stretch between two positions of a path.</summary>
    /// <param name="paces">The field's.</param>
    /// <param name="norms">Of the field.</param>
    /// <param name="path">The runner's.</param>
    /// <param name="from">Position.</param>
    /// <param name="to">Position.</param>
    /// <param name="level">The runner's median pace.</param>
    /// <param name="without">Number of a stretch beside it that does not count; -1: all do.</param>
    public static Stretch Measure(FieldPaces paces, SegmentNorms norms, RunnerPath path, int from, int to, double level, int without = -1)
    {
        var key = SegmentKey.Of(path, from, to);
        var norm = norms.Of(key, paces.BandOf(level));
        Span<double> anchors = stackalloc double[SegmentNorm.Anchors];
        for (var i = 0; i < SegmentNorm.Anchors; i++)
        {
            var (before, after) = key.Anchor(i);
            anchors[i] = before < 0 || i == without ? double.NaN : paces.Relative(before, after, path.Time(before), path.Time(after));
        }

        var fastest = SegmentNorm.Fastest(anchors, norm.Offsets, out var spread);
        var residual = paces.Relative(key.From, key.To, path.Time(key.From), path.Time(key.To)) - fastest;
        var alike = norm.ClassOf(spread);
        var wider = 1 + (StrangenessWeight * paces.Strangeness(level));
        var density = alike.Density with { LeftScale = alike.Density.LeftScale * wider, RightScale = alike.Density.RightScale * wider };
        return new Stretch(key, alike, density, residual);
    }

    /// <summary>How usual the residual is; 0: nothing to compare with.</summary>
    public double Likelihood => double.IsNaN(Residual) ? 0 : Density.Density(Residual);
}
