using System.Diagnostics.CodeAnalysis;

namespace RaceSystem.Testing;

/// <summary>Something outside of the repository that a test needs: absent is a visible skip for a person, a failure in CI.</summary>
public static class Requirement
{
    /// <summary>Whether this run must have everything.</summary>
    public static bool IsContinuousIntegration =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ends the test: skipped for a person, failed when <c>CI=true</c>.</summary>
    /// <param name="what">What is missing and how to get it.</param>
    [DoesNotReturn]
    public static void Missing(string what)
    {
        if (IsContinuousIntegration)
        {
            Assert.Fail($"CI=true, and missing: {what}");
        }

        Assert.Skip(what);
    }
}
