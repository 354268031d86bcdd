using RaceSystem.Results.Core.Statistics;

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
        var working = Beta.Log(missed + a, expected - missed + b) - Beta.Log(a, b);
        var failing = Beta.Log(missed + 1, expected - missed + 1);
        return failing - working;
    }

    /// <summary>The rate of misses at a mat that works.</summary>
    public static double Working(double expected, double missed, double usual) => (missed + (usual * Weight)) / (expected + Weight);

    /// <summary>The rate of misses at a mat that fails.</summary>
    public static double Failing(double expected, double missed) => (missed + 1) / (expected + 2);
}
