namespace RaceSystem.Timing.Core.Clocks;

/// <summary>
/// A line through points of which many may be wrong: y = Level + Slope · (x − Centre). With x in seconds and y in
/// microseconds the slope is in parts a million.
/// </summary>
/// <param name="Centre">Weighted mean of the agreeing x.</param>
/// <param name="Level">y there.</param>
/// <param name="Slope">Change of y with x.</param>
/// <param name="LevelError">Standard error of the level; independent of that of the slope.</param>
/// <param name="SlopeError">Standard error of the slope.</param>
/// <param name="Scatter">Standard deviation of an agreeing point of weight 1.</param>
/// <param name="InlierCount">Points that agree.</param>
/// <param name="First">Index of the first that does.</param>
/// <param name="Last">Index of the last.</param>
internal readonly record struct RobustLine(
    double Centre, double Level, double Slope, double LevelError, double SlopeError, double Scatter, int InlierCount, int First, int Last)
{
    /// <summary>Standard deviations from the line at which a point does not belong to it.</summary>
    private const double Cut = 3.5;

    /// <summary>Finer than this no decoder tells the time, so that equal points are not told apart by rounding.</summary>
    private const double FinestScatter = 200;

    private const double MadToDeviation = 1.4826;
    private const int Rounds = 30;

    /// <summary>Fits points ordered by x.</summary>
    internal static RobustLine? Fit(double[] x, double[] y, double[] weights, double usualSlope)
    {
        var (intercept, slope) = RepeatedMedian.Of(x, y);
        (intercept, slope) = Trimmed(x, y, weights, intercept, slope, usualSlope);
        var scatter = Math.Max(FinestScatter, MadToDeviation * Medians.Of(Residuals(x, y, weights, intercept, slope)));
        var inliers = new bool[x.Length];
        RobustLine? line = null;
        for (var round = 0; round < Rounds; round++)
        {
            if (!Select(inliers, Residuals(x, y, weights, intercept, slope), Cut * scatter) && round > 0)
            {
                break;
            }

            line = LeastSquares(x, y, weights, inliers, usualSlope);
            if (line is not { } fitted)
            {
                return null;
            }

            (intercept, slope, scatter) = (fitted.Level - (fitted.Slope * fitted.Centre), fitted.Slope, Math.Max(FinestScatter, fitted.Scatter));
        }

        return line;
    }

    /// <summary>Concentrates on the half of the points that the line fits best, until they stay the same.</summary>
    private static (double Intercept, double Slope) Trimmed(double[] x, double[] y, double[] weights, double intercept, double slope, double usualSlope)
    {
        var kept = (x.Length / 2) + 1;
        var inliers = new bool[x.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var residuals = Residuals(x, y, weights, intercept, slope);
            var ordered = (double[])residuals.Clone();
            Array.Sort(ordered);
            if ((!Select(inliers, residuals, ordered[kept - 1]) && round > 0) || LeastSquares(x, y, weights, inliers, usualSlope) is not { } line)
            {
                break;
            }

            (intercept, slope) = (line.Level - (line.Slope * line.Centre), line.Slope);
        }

        return (intercept, slope);
    }

    /// <summary>Distance of each point from the line, in the deviation of a point of weight 1.</summary>
    private static double[] Residuals(double[] x, double[] y, double[] weights, double intercept, double slope)
    {
        var residuals = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            residuals[i] = Math.Abs(y[i] - intercept - (slope * x[i])) * Math.Sqrt(weights[i]);
        }

        return residuals;
    }

    /// <summary>Marks the points within a distance; false when nothing changed.</summary>
    private static bool Select(bool[] inliers, double[] residuals, double distance)
    {
        var changed = false;
        for (var i = 0; i < inliers.Length; i++)
        {
            var belongs = residuals[i] <= distance;
            changed |= belongs != inliers[i];
            inliers[i] = belongs;
        }

        return changed;
    }

    private static RobustLine? LeastSquares(double[] x, double[] y, double[] weights, bool[] inliers, double usualSlope)
    {
        var (count, sum, sumX, sumY, first, last) = (0, 0.0, 0.0, 0.0, -1, -1);
        for (var i = 0; i < x.Length; i++)
        {
            if (inliers[i])
            {
                (count, sum, sumX, sumY) = (count + 1, sum + weights[i], sumX + (weights[i] * x[i]), sumY + (weights[i] * y[i]));
                (first, last) = (first < 0 ? i : first, i);
            }
        }

        if (count < 3)
        {
            return null;
        }

        var (centre, level) = (sumX / sum, sumY / sum);
        var (sumXx, sumXy, sumYy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (inliers[i])
            {
                var (dx, dy) = (x[i] - centre, y[i] - level);
                (sumXx, sumXy, sumYy) = (sumXx + (weights[i] * dx * dx), sumXy + (weights[i] * dx * dy), sumYy + (weights[i] * dy * dy));
            }
        }

        // The usual slope of clocks as one more observation, at 0 ± usualSlope.
        var plain = sumXx > 0 ? sumXy / sumXx : 0;
        var variance = Math.Max(FinestScatter * FinestScatter / 100, (sumYy - (plain * sumXy)) / (count - 2));
        var precision = sumXx + (variance / (usualSlope * usualSlope));
        return new RobustLine(
            centre, level, sumXy / precision, Math.Sqrt(variance / sum), Math.Sqrt(variance / precision), Math.Sqrt(variance), count, first, last);
    }
}
