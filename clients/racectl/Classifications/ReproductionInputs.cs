namespace RaceSystem.Racectl.Classifications;

/// <summary>Files that a reproduction asked the service for; gone when it is done.</summary>
internal sealed class ReproductionInputs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("racectl-reproduce-");

    public async Task<string> ReceiveAsync(string name, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder.FullName, name);
        await ReceivedFile.WriteAsync(path, pieces, cancellationToken).ConfigureAwait(false);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
