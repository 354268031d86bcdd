namespace RaceSystem.Results.Service.ExportResults;

/// <summary>A file that was written whole; disposing of it removes it.</summary>
internal sealed record ExportedFile(Stream Content, string FileName, string ContentType, int RunnerCount, IReadOnlyList<string> RaceIds, long SnapshotVersion) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
