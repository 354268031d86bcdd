namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// How likely misses are at a mat that works and at one that fails. Working: a rate near the mat's usual one, scattered as
/// if <see cref="Weight"/> runners told it; failing: any rate.
/// </summary>
internal static class MissRate
{
    /// <summary>Runners that the usual rate weighs as.</summary>
    public const double Weight = 50;

    /// <summary>Logarithm of how much better a failing mat explains misses than a working one.</summary>
    public static double LogFailing(double expected, double missed, double usual)
    {
        var (a, b) = (usual * Weight, (1 - usual) * Weight);
        var working = LogBeta(missed + a, expected - missed + b) - LogBeta(a, b);
        var failing = LogBeta(missed + 1, expected - missed + 1);
        return failing - working;
    }

    /// <summary>The rate of misses at a mat that works.</summary>
    public static double Working(double expected, double missed, double usual) => (missed + (usual * Weight)) / (expected + Weight);

    /// <summary>The rate of misses at a mat that fails.</summary>
    public static double Failing(double expected, double missed) => (missed + 1) / (expected + 2);

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

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
