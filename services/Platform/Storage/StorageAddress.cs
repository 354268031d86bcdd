using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RaceSystem.Platform.Storage;

/// <summary>Which database a connection string names, with this system's settings filled in.</summary>
internal sealed record StorageAddress(StorageProvider Provider, string ConnectionString)
{
    /// <summary>Connections a process opens at most to one PostgreSQL database, unless the connection string says otherwise.</summary>
    private const int MaxPoolSize = 20;

    /// <summary>Reads <c>ConnectionStrings:&lt;service&gt;-db</c>.</summary>
    public static StorageAddress Parse(string service, string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidOperationException(
                $"ConnectionStrings__{service}-db is not set: give '{service}' a database, for example 'Data Source=data/{service}.db' (SQLite) "
                + $"or 'Host=localhost;Database={service};Username=…;Password=…' (PostgreSQL).");
        }

        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return given.ContainsKey("Data Source") || given.ContainsKey("DataSource") ? Sqlite(connectionString) : Postgres(service, given);
        }
        catch (ArgumentException error)
        {
            // The text itself may hold a password: it is not repeated.
            throw new InvalidOperationException($"ConnectionStrings__{service}-db cannot be read: {error.Message}", error);
        }
    }

    private static StorageAddress Sqlite(string text)
    {
        var settings = new SqliteConnectionStringBuilder(text) { ForeignKeys = true };
        return new(StorageProvider.Sqlite, settings.ConnectionString);
    }

    private static StorageAddress Postgres(string service, DbConnectionStringBuilder given)
    {
        var settings = new NpgsqlConnectionStringBuilder(given.ConnectionString);
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
        {
            settings.MaxPoolSize = MaxPoolSize;
        }

        settings.ApplicationName ??= $"racesystem-{service}";
        return new(StorageProvider.Postgres, settings.ConnectionString);
    }
}
