namespace RaceSystem.Results.Core.Statistics;

/// <summary>The beta function, by which rates that are not known are averaged over.</summary>
internal static class Beta
{
    /// <summary>Its natural logarithm; both arguments more than 0.</summary>
    public static double Log(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    // Stirling's series, after the argument was lifted to 8 and more: exact to 1e-10.
    private static double LogGamma(double x)
    {
        var product = 1.0;
        while (x < 8)
        {
            product *= x++;
        }

        var square = 1 / (x * x);
        var series = (1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680)))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - Math.Log(product);
    }
}
