using RaceSystem.Testing;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Timing.Tests.Service;

/// <summary>One suite on every database: a fresh database a test; a missing server is a visible skip.</summary>
public sealed class Databases : IAsyncDisposable
{
    /// <summary>Both kinds, for a theory.</summary>
    public static readonly TheoryData<string> All = new("sqlite", "postgres");

    private readonly PostgresFixture _postgres = new();
    private readonly TempFolder _folder = new("timing");

    /// <summary>The connection string of a new database.</summary>
    public async Task<string> CreateAsync(string kind) =>
        kind == "sqlite" ? $"Data Source={_folder.Combine($"{Guid.NewGuid():n}.db")}" : await _postgres.CreateDatabaseAsync("timing");

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }
}
