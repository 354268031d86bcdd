using System.Xml.Linq;

namespace RaceSystem.Architecture.Tests.Dependencies;

/// <summary>What each project file references.</summary>
internal static class ProjectGraph
{
    private static readonly Lazy<IReadOnlyList<Project>> All = new(() =>
        [.. SourceTree.Files.Where(file => file.HasExtension(".csproj")).Select(Read)]);

    public static IReadOnlyList<Project> Projects => All.Value;

    private static Project Read(SourceFile file)
    {
        var xml = XDocument.Parse(file.Text);
        return new Project(
            Path.GetFileNameWithoutExtension(file.Name),
            file.Folder,
            [.. Included(xml, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included(xml, "PackageReference"), .. Included(xml, "FrameworkReference")]);
    }

    private static IEnumerable<string> Included(XDocument xml, string element) =>
        xml.Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>();

    internal sealed record Project(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);
}
