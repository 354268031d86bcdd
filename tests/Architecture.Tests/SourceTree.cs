using RaceSystem.Testing;

namespace RaceSystem.Architecture.Tests;

/// <summary>The files of the repository that people wrote: no build output, nothing hidden but .ci, no packages.</summary>
internal static class SourceTree
{
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "data"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(() => [.. Walk(new DirectoryInfo(Repository.Root)).Order()]);

    public static IReadOnlyList<SourceFile> Files => All.Value;

    /// <summary>C# and Razor that people wrote: migrations come from the EF tool.</summary>
    public static IEnumerable<SourceFile> Code => Files.Where(file =>
        file.HasExtension(".cs", ".razor") && !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            yield return new SourceFile(Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'));
        }

        foreach (var child in folder.EnumerateDirectories())
        {
            if (NotWritten.Contains(child.Name) || (child.Name.StartsWith('.') && child.Name != ".ci"))
            {
                continue;
            }

            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }
}
