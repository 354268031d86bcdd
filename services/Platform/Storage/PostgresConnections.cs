using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace RaceSystem.Platform.Storage;

/// <summary>A PostgreSQL database behind one connection pool.</summary>
internal sealed class PostgresConnections(string connectionString) : IStorageConnections
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    public StorageProvider Provider => StorageProvider.Postgres;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_source);

    public void Configure(DbContextOptionsBuilder options, DbConnection connection) => options.UseNpgsql(connection);

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
