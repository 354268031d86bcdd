using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RaceSystem.Platform.Storage;

/// <summary>What differs between the databases when one connects.</summary>
internal interface IStorageConnections : IAsyncDisposable
{
    StorageProvider Provider { get; }

    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Lets a context open connections of its own.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Puts a context on an open connection.</summary>
    void Configure(DbContextOptionsBuilder options, DbConnection connection);

    /// <summary>What must be done before migrations run.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);
}
