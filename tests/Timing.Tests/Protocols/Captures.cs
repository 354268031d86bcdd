namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>
/// Captures of real decoders that belong to others and are not part of the sources: files of the folder that
/// <c>RACESYSTEM_TEST_CAPTURES</c> names. A test that needs one is skipped, visibly, where it is absent.
/// </summary>
public static class Captures
{
    public const string Variable = "RACESYSTEM_TEST_CAPTURES";

    public static string Require(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", name);
        if (!File.Exists(path))
        {
            Assert.Skip($"No capture {name} (set {Variable} to a folder that holds it).");
        }

        return path;
    }
}
