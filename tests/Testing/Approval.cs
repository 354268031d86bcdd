namespace RaceSystem.Testing;

/// <summary>
/// Compares a text that describes something others depend on with the approved one in the sources. A change has to be
/// looked at and accepted, so that none happens by accident.
/// </summary>
public static class Approval
{
    /// <summary>Set to 1, the run replaces the approved files by what it finds.</summary>
    public const string Variable = "RACESYSTEM_ACCEPT";

    private const int ShownDifferences = 20;

    /// <summary>Whether this run accepts.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Fails when the text is not the approved one.</summary>
    /// <param name="project">Folder of the test project, for example <c>tests/Contracts.Tests</c>; the file is in its folder Approved.</param>
    /// <param name="name">File name without folder.</param>
    /// <param name="text">What is found now.</param>
    public static void Verify(string project, string name, string text)
    {
        var found = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var path = Repository.Combine(project, "Approved", name);
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (found == approved)
        {
            return;
        }

        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, found);
            return;
        }

        Assert.Fail(
            $"{project}/Approved/{name} is not what the build has:\n{Differences(approved, found)}\n" +
            $"If the change is meant: {Variable}=1 dotnet test {project}, look at the difference in git, and commit it with the reason.");
    }

    private static string Differences(string approved, string found)
    {
        var before = approved.Split('\n');
        var after = found.Split('\n');
        var gone = before.Except(after).Select(line => $"  - {line}");
        var come = after.Except(before).Select(line => $"  + {line}");
        var lines = gone.Concat(come).ToList();
        return lines.Count == 0
            ? "  the same lines in another order"
            : string.Join('\n', lines.Take(ShownDifferences)) + (lines.Count > ShownDifferences ? $"\n  … and {lines.Count - ShownDifferences} more" : "");
    }
}
