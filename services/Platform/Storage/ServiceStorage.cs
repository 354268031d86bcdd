using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace RaceSystem.Platform.Storage;

/// <summary>The storage of one service and the source of its contexts.</summary>
internal sealed class ServiceStorage<TContext, TSqlite, TPostgres>
    : IMigratedStorage, IDbContextFactory<TContext>, IContextSource<TContext>, IAsyncDisposable
    where TContext : DbContext
    where TSqlite : TContext
    where TPostgres : TContext
{
    private static readonly ObjectFactory<TSqlite> MakeSqlite = ActivatorUtilities.CreateFactory<TSqlite>([typeof(DbContextOptions<TSqlite>)]);
    private static readonly ObjectFactory<TPostgres> MakePostgres = ActivatorUtilities.CreateFactory<TPostgres>([typeof(DbContextOptions<TPostgres>)]);

    private readonly IServiceProvider _services;
    private readonly IStorageConnections _connections;
    private readonly Func<TContext> _create;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _waitingFor = "migrations have not run yet";

    public ServiceStorage(IServiceProvider services, string service, StorageAddress address)
    {
        _services = services;
        Service = service;
        _connections = address.Provider == StorageProvider.Sqlite
            ? new SqliteConnections(address.ConnectionString)
            : new PostgresConnections(address.ConnectionString);
        var sqlite = Options<TSqlite>(_connections.Configure);
        var postgres = Options<TPostgres>(_connections.Configure);
        _create = address.Provider == StorageProvider.Sqlite
            ? () => MakeSqlite(_services, [sqlite])
            : () => MakePostgres(_services, [postgres]);
    }

    public string Service { get; }

    public StorageProvider Provider => _connections.Provider;

    public string? WaitingFor => _waitingFor;

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => _connections.OpenAsync(cancellationToken);

    public Task WhenReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    public TContext CreateDbContext() => _create();

    public TContext Over(DbConnection connection)
    {
        if (Provider == StorageProvider.Sqlite)
        {
            return MakeSqlite(_services, [Options<TSqlite>(options => _connections.Configure(options, connection))]);
        }

        return MakePostgres(_services, [Options<TPostgres>(options => _connections.Configure(options, connection))]);
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _connections.PrepareAsync(cancellationToken);
        await using var context = _create();
        await context.Database.MigrateAsync(cancellationToken);
        _waitingFor = null;
        _ready.TrySetResult();
    }

    public void ReportFailure(string problem) => _waitingFor = problem;

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> configure)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        configure(builder);
        return builder.Options;
    }
}
