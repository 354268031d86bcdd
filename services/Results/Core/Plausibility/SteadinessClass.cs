using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>Comparable runners who ran the stretches beside one as evenly as each other.</summary>
/// <param name="MaxSpread">Of the stretches beside.</param>
/// <param name="Density">Of the residual: relative pace less the fastest that the stretches beside let expect.</param>
/// <param name="Residuals">Of the runners, ascending.</param>
internal sealed record SteadinessClass(double MaxSpread, SplitStudent Density, double[] Residuals)
{
    /// <summary>Share of the comparable runners who were as fast or faster against their own other stretches.</summary>
    public double ShareUpTo(double residual)
    {
        var below = 0;
        while (below < Residuals.Length && Residuals[below] <= residual)
        {
            below++;
        }

        return Residuals.Length == 0 ? 0 : (double)below / Residuals.Length;
    }
}
