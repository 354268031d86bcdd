namespace RaceSystem.Testing;

/// <summary>Where the sources are, found upward from the test's assembly.</summary>
public static class Repository
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Absolute path of the folder that holds RaceSystem.sln.</summary>
    public static string Root => Found.Value;

    /// <summary>Absolute path of something in the repository.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RaceSystem.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"RaceSystem.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
