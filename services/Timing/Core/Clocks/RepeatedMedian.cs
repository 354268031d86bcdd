namespace RaceSystem.Timing.Core.Clocks;

/// <summary>A first line through points of which up to a half may be wrong (Siegel, Biometrika 69, 1982).</summary>
internal static class RepeatedMedian
{
    /// <summary>The work grows with the square of the points: of more than this an even selection is taken.</summary>
    private const int MostPoints = 500;

    /// <summary>Intercept and slope of points ordered by x.</summary>
    internal static (double Intercept, double Slope) Of(double[] x, double[] y)
    {
        var chosen = Thinned(x.Length);
        var slopes = new List<double>(chosen.Length);
        var ofOne = new double[chosen.Length];
        foreach (var i in chosen)
        {
            var count = 0;
            foreach (var j in chosen)
            {
                if (x[j] != x[i])
                {
                    ofOne[count++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }

            if (count > 0)
            {
                slopes.Add(Medians.Of(ofOne.AsSpan(0, count)));
            }
        }

        var slope = slopes.Count == 0 ? 0 : Medians.Of(slopes.ToArray());
        return (Medians.Of(Array.ConvertAll(chosen, i => y[i] - (slope * x[i]))), slope);
    }

    private static int[] Thinned(int count)
    {
        var size = Math.Min(count, MostPoints);
        var chosen = new int[size];
        for (var i = 0; i < size; i++)
        {
            chosen[i] = (int)((long)i * count / size);
        }

        return chosen;
    }
}
