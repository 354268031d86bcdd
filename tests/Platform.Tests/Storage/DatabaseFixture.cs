using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;

[assembly: AssemblyFixture(typeof(DatabaseFixture))]

namespace RaceSystem.Platform.Tests.Storage;

/// <summary>Empty databases of every kind; PostgreSQL that is missing is a visible skip.</summary>
public sealed class DatabaseFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new("platform");
    private readonly PostgresFixture _postgres = new();
    private int _files;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateAsync(StorageProvider provider) => provider == StorageProvider.Sqlite
        ? $"Data Source={_folder.Combine("sub", $"{Interlocked.Increment(ref _files)}.db")}"
        : await _postgres.CreateDatabaseAsync("platform");

    public async Task<StorageUnderTest> OpenAsync(StorageProvider provider, TimeProvider? time = null) =>
        await StorageUnderTest.OpenAsync(await CreateAsync(provider), time);

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }
}
