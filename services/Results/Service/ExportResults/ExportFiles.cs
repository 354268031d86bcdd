namespace RaceSystem.Results.Service.ExportResults;

/// <summary>Files that live as long as they are open.</summary>
internal static class ExportFiles
{
    public static FileStream New() => new(
        Path.Combine(Path.GetTempPath(), $"racesystem-export-{Guid.NewGuid():N}"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
}
