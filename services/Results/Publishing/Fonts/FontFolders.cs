namespace RaceSystem.Results.Publishing.Fonts;

/// <summary>Where font files are: the places where Debian, other Unixes, macOS and Windows keep them.</summary>
public sealed class FontFolders
{
    private const int MostFiles = 20_000;

    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    private FontFolders(IEnumerable<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", options)).Take(MostFiles))
        {
            _paths.TryAdd(Path.GetFileName(path), path);
        }
    }

    /// <summary>The system's own folders, as they are now: fonts installed later are found by the next document.</summary>
    public static FontFolders System() => new(
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ]);

    /// <summary>One folder alone.</summary>
    public static FontFolders Only(string folder) => new([folder]);

    /// <summary>Path of a font file; null: not installed.</summary>
    internal string? Find(string fileName) => _paths.GetValueOrDefault(fileName);

    /// <summary>Files whose names begin and end so, by name.</summary>
    internal IEnumerable<string> FindAll(string prefix, string suffix) => _paths.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
