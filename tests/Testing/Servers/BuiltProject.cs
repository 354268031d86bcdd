using System.Text.RegularExpressions;

namespace RaceSystem.Testing.Servers;

/// <summary>Where the build put a program of the solution, in the configuration that the tests were built in.</summary>
public static partial class BuiltProject
{
    /// <summary>Path of the assembly of the only project in a folder.</summary>
    /// <param name="project">Folder of the project, for example <c>clients/racectl</c>.</param>
    public static string Assembly(string project)
    {
        var folder = Repository.Combine(project);
        var file = Directory.GetFiles(folder, "*.csproj").Single();
        var name = AssemblyName().Match(File.ReadAllText(file)) is { Success: true } match
            ? match.Groups[1].Value
            : $"RaceSystem.{Path.GetFileNameWithoutExtension(file)}";
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var assembly = Path.Combine(folder, "bin", output.Parent!.Name, output.Name, name + ".dll");
        return File.Exists(assembly)
            ? assembly
            : throw new FileNotFoundException($"{project} is not built: {assembly} is missing. Reference it from the test project.", assembly);
    }

    [GeneratedRegex("<AssemblyName>([^<$]+)</AssemblyName>")]
    private static partial Regex AssemblyName();
}
