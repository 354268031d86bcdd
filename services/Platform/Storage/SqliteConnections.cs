using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RaceSystem.Platform.Storage;

/// <summary>A SQLite file: WAL with synchronous FULL, so that an acknowledged commit survives a power cut (invariant 1).</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor, IStorageConnections
{
    // busy_timeout in ms: how long a writer waits for another one. cache_size in KiB a connection. wal_autocheckpoint in pages
    // of 4 KiB: a commit of 2,000 records dirties a thousand pages of the index of keys, and the default would write them twice each time.
    private const string Settings =
        "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=8000;";

    /// <summary>A migration lock older than this was left by a process that is gone.</summary>
    private static readonly TimeSpan StaleMigrationLock = TimeSpan.FromMinutes(1);

    private readonly string _connectionString;
    private readonly string _file;

    public SqliteConnections(string connectionString)
    {
        _connectionString = connectionString;
        _file = new SqliteConnectionStringBuilder(connectionString).DataSource;
    }

    public StorageProvider Provider => StorageProvider.Sqlite;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            Apply(connection);
            return connection;
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Configure(DbContextOptionsBuilder options) => options.UseSqlite(_connectionString).AddInterceptors(this);

    public void Configure(DbContextOptionsBuilder options, DbConnection connection) => options.UseSqlite(connection);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(_file)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteScalarAsync(cancellationToken);
        await DropStaleMigrationLockAsync(command, cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <summary>EF Core keeps its SQLite migration lock in a row, which a killed process leaves behind for ever.</summary>
    private static async Task DropStaleMigrationLockAsync(DbCommand command, CancellationToken cancellationToken)
    {
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type='table' AND name='__EFMigrationsLock';";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 0)
        {
            return;
        }

        command.CommandText = $"""DELETE FROM "__EFMigrationsLock" WHERE "Timestamp" < datetime('now', '-{(int)StaleMigrationLock.TotalSeconds} seconds');""";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
