using System.Globalization;

namespace RaceSystem.Testing;

/// <summary>
/// Where a test gets its randomness: <c>RACESYSTEM_TEST_SEED</c> when set, otherwise a new number each run. Always printed,
/// so that a failure can be repeated.
/// </summary>
public static class Seed
{
    /// <summary>The variable that fixes the seed.</summary>
    public const string Variable = "RACESYSTEM_TEST_SEED";

    /// <summary>A seed, printed to the test's output.</summary>
    public static int Next()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        var seed = string.IsNullOrEmpty(given) ? Random.Shared.Next() : int.Parse(given, CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed} (repeat with {Variable}={seed})");
        return seed;
    }

    /// <summary>A generator from <see cref="Next"/>.</summary>
    public static Random NextRandom() => new(Next());
}
