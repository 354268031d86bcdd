namespace RaceSystem.Testing;

/// <summary>A folder of its own under the system's temporary folder; deleted with its content on dispose.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    /// <param name="purpose">Part of its name, so that a person who finds it knows whose it is.</param>
    public TempFolder(string purpose = "test")
    {
        FullPath = Directory.CreateTempSubdirectory($"racesystem-{purpose}-").FullName;
    }

    /// <summary>Absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Absolute path of something inside; nothing is created.</summary>
    public string Combine(params string[] parts) => Path.Combine([FullPath, .. parts]);

    /// <summary>Makes a folder inside and returns its path.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Combine(name)).FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already, which is what was wanted.
        }
        catch (IOException exception)
        {
            // A process that is still on its way out may write while we delete; a left temporary file is no test failure.
            TestContext.Current.SendDiagnosticMessage("{0} was left behind: {1}", FullPath, exception.Message);
        }
    }
}
