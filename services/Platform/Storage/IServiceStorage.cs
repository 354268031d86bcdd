using System.Data.Common;

namespace RaceSystem.Platform.Storage;

/// <summary>
/// The database of one service, from <c>ConnectionStrings:&lt;service&gt;-db</c>: <c>Data Source=…</c> is SQLite,
/// anything else PostgreSQL. Registered keyed by the service's name. Safe to use from several threads.
/// </summary>
public interface IServiceStorage
{
    /// <summary>Which database it is.</summary>
    StorageProvider Provider { get; }

    /// <summary>Opens a connection from the pool, set up for this system (SQLite: WAL, synchronous FULL, busy timeout).</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the schema is there (migrations ran). Everything that touches tables awaits it first.</summary>
    Task WhenReadyAsync(CancellationToken cancellationToken);
}
