namespace RaceSystem.Results.Core.Plausibility;

/// <summary>What is usual on a stretch for runners of one band of pace.</summary>
/// <param name="Offsets">Median of the stretch's relative pace less that of each stretch beside it.</param>
/// <param name="Classes">By how evenly the stretches beside it were run, evenest first.</param>
internal sealed record SegmentNorm(double[] Offsets, SteadinessClass[] Classes)
{
    /// <summary>Number of stretches beside one.</summary>
    public const int Anchors = 4;

    /// <summary>The fastest relative pace that the stretches beside it let expect; NaN: none.</summary>
    /// <param name="anchors">Relative paces of those.</param>
    /// <param name="offsets">Of each.</param>
    /// <param name="spread">By how much they let expect less on average.</param>
    public static double Fastest(ReadOnlySpan<double> anchors, ReadOnlySpan<double> offsets, out double spread)
    {
        var (fastest, sum, count) = (double.NaN, 0.0, 0);
        for (var i = 0; i < Anchors; i++)
        {
            var expected = anchors[i] + offsets[i];
            if (!double.IsNaN(expected))
            {
                fastest = fastest < expected ? fastest : expected;
                sum += expected;
                count++;
            }
        }

        spread = count == 0 ? 0 : (sum / count) - fastest;
        return fastest;
    }

    /// <summary>The class of a runner whose stretches beside were run so unevenly.</summary>
    public SteadinessClass ClassOf(double spread)
    {
        var index = 0;
        while (index + 1 < Classes.Length && spread > Classes[index].MaxSpread)
        {
            index++;
        }

        return Classes[index];
    }
}
