namespace RaceSystem.Testing.Races;

/// <summary>
/// The real races that the project is tested with and that are not part of it: the folder in
/// <c>RACESYSTEM_TEST_DATA</c>, or <c>../shared/data</c> beside the repository. A test that needs them is skipped, visibly,
/// where they are absent.
/// </summary>
public static class RaceData
{
    /// <summary>The variable that names the folder.</summary>
    public const string Variable = "RACESYSTEM_TEST_DATA";

    /// <summary>The folder; it need not exist.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.GetFullPath(Repository.Combine("..", "shared", "data"));

    /// <summary>A file of the folder; skips the test where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        if (!File.Exists(path))
        {
            // Also in CI: the races belong to their timing companies and are not published with the sources.
            Assert.Skip($"No race data at {path} (set {Variable} to the folder).");
        }

        return path;
    }
}
