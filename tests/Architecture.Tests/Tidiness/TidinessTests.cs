using System.Text.RegularExpressions;

namespace RaceSystem.Architecture.Tests.Tidiness;

/// <summary>Style that no analyzer checks.</summary>
public sealed partial class TidinessTests
{
    private const int MostLines = 400;
    private const int MostLinesOfAHost = 25;

    /// <summary>Polls with a deadline on behalf of every test; nothing else in the tests may wait for time to pass.</summary>
    private const string ThePoller = "tests/Testing/Eventually.cs";

    [Fact]
    public void A_file_can_be_read_in_one_go() =>
        Rule.Holds(
            $"A file has at most {MostLines} lines: split it by feature.",
            SourceTree.Code.Where(file => file.Lines > MostLines).Select(file => $"{file}: {file.Lines}"));

    [Fact]
    public void A_host_is_a_few_lines() =>
        Rule.Holds(
            $"Program.cs of a host has at most {MostLinesOfAHost} lines: what it needs is in ServiceDefaults, Platform or its module.",
            SourceTree.Code.Where(file => file.Path.EndsWith("/Host/Program.cs", StringComparison.Ordinal) && file.Lines > MostLinesOfAHost)
                .Select(file => $"{file}: {file.Lines}"));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Rule.Holds("Finish it or leave it out.", Matches(SourceTree.Code, LeftForLater()));

    [Fact]
    public void No_exception_is_swallowed() =>
        Rule.Holds("A caught exception is handled, logged or thrown on, or nobody ever learns of the fault.", Matches(SourceTree.Code, EmptyCatch()));

    [Fact]
    public void A_catch_without_a_type_throws_on() =>
        Rule.Holds(
            "Name the exception that is expected; only a catch that cleans up and throws on may take any.",
            Matches(SourceTree.Code, UntypedCatch(), (file, match) => !Block(file.Text, match.Index + match.Length).Contains("throw;", StringComparison.Ordinal)));

    [Fact]
    public void No_test_waits_for_time_to_pass() =>
        Rule.Holds(
            "A test polls through Eventually or sets a fake clock: a sleep is too long on a fast machine and too short on a slow one.",
            Matches(SourceTree.Code.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal) && file.Path != ThePoller), Sleep()));

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Rule.Holds("A name ending so says nothing (design, \"Language\").", Matches(SourceTree.Code, EmptyName()));

    [Fact]
    public void A_namespace_is_the_assembly_and_the_folder() =>
        Rule.Holds(
            "Who reads a full name must find the file.",
            from file in SourceTree.Code
            where file.HasExtension(".cs")
            let match = Namespace().Match(file.Text)
            where match.Success
            let expected = ExpectedNamespace(file)
            where expected is not null && match.Groups[1].Value != expected
            select $"{file}: {match.Groups[1].Value}, expected {expected}");

    [Fact]
    public void No_path_of_one_machine_is_in_the_tree() =>
        Rule.Holds(
            "A path of somebody's machine is wrong on every other one.",
            Matches(SourceTree.Files.Where(IsText), MachinePath()));

    private static IEnumerable<string> Matches(IEnumerable<SourceFile> files, Regex pattern, Func<SourceFile, Match, bool>? counts = null) =>
        from file in files
        from match in pattern.Matches(file.Text)
        where counts is null || counts(file, match)
        select $"{file}:{file.LineAt(match.Index)}: {match.Value.Trim()}";

    private static bool IsText(SourceFile file) =>
        file.HasExtension(".cs", ".razor", ".md", ".json", ".csproj", ".props", ".targets", ".sh", ".yml", ".yaml", ".proto", ".service", ".js", ".css", ".txt")
        || file.Path == ".ci/run";

    /// <summary>The text of a block whose opening brace has just been passed.</summary>
    private static string Block(string text, int start)
    {
        var depth = 1;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[start..i];
            }
        }

        return text[start..];
    }

    /// <summary>Assembly names start with RaceSystem once (Directory.Build.props; RaceSystem.Client and racectl set their own).</summary>
    private static string? ExpectedNamespace(SourceFile file)
    {
        var project = Dependencies.ProjectGraph.Projects
            .Where(project => file.Path.StartsWith(project.Folder + "/", StringComparison.Ordinal))
            .MaxBy(project => project.Folder.Length);
        if (project is null)
        {
            return null;
        }

        // A command is named in lower case as one types it, its namespace like any other.
        var name = project.Name == "racectl" ? "Racectl" : project.Name;
        var assembly = name.StartsWith("RaceSystem.", StringComparison.Ordinal) ? name : "RaceSystem." + name;
        var folder = file.Folder[project.Folder.Length..].Replace('/', '.');
        return assembly + folder;
    }

    // Spelled with a class of one letter, so that this file does not match itself.
    [GeneratedRegex(@"\b(TOD[O]|FIXM[E]|HAC[K]|XX[X]|NotImplementedExceptio[n]|for no[w])\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\bcatch\s*(\([^)]*\))?\s*(when\s*\(.*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\bcatch\s*\{")]
    private static partial Regex UntypedCatch();

    // A delay without end waits for its cancellation, not for time.
    [GeneratedRegex(@"Thread\.Slee[p]|Task\.Dela[y]\((?!Timeout\.Infinite)")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum) \w*(Manager|Helpers?|Utils?|Utilities|Base|Dto)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.:/\]])/(root|work|home/[a-z]+|Users/[A-Za-z]+)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
