namespace RaceSystem.Platform.Storage;

/// <summary>
/// Orders the writers of one database inside this process before they take a connection: SQLite has one writer a file,
/// and on PostgreSQL the writers of one meet would otherwise hold the pool's connections while they wait for its row lock.
/// </summary>
internal sealed class WriteGate(StorageProvider provider)
{
    /// <summary>Meets that share a stripe wait for each other; 64 is far above the writers a process runs at once.</summary>
    private const int Stripes = 64;

    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, provider == StorageProvider.Sqlite ? 1 : Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    public async ValueTask<Turn> EnterAsync(string meetId, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(string.GetHashCode(meetId, StringComparison.Ordinal) & int.MaxValue) % _stripes.Length];
        await stripe.WaitAsync(cancellationToken);
        return new Turn(stripe);
    }

    internal readonly struct Turn(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
