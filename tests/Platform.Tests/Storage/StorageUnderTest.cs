using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Changelog;
using RaceSystem.Platform.Tests.Storage.Model;

namespace RaceSystem.Platform.Tests.Storage;

/// <summary>The storage of a service called <c>timing</c> with its log, migrated, on a database of its own.</summary>
public sealed class StorageUnderTest : IAsyncDisposable
{
    public const string Service = "timing";

    private readonly ServiceProvider _services;

    private StorageUnderTest(ServiceProvider services, string connectionString)
    {
        _services = services;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public IServiceProvider Services => _services;

    public IServiceStorage Storage => _services.GetRequiredKeyedService<IServiceStorage>(Service);

    public IChangelog Changelog => _services.GetRequiredKeyedService<IChangelog>(Service);

    internal WriteGate Gate => _services.GetRequiredKeyedService<WriteGate>(Service);

    internal PublishQueue Queue => _services.GetRequiredKeyedService<PublishQueue>(Service);

    /// <summary>Opens the database and brings its schema up to date; hosted services do not run.</summary>
    public static async Task<StorageUnderTest> OpenAsync(string connectionString, TimeProvider? time = null)
    {
        var opened = Open(connectionString, time);
        await opened._services.GetRequiredKeyedService<IMigratedStorage>(Service).MigrateAsync(TestContext.Current.CancellationToken);
        return opened;
    }

    /// <summary>Composes the storage without touching the database.</summary>
    public static StorageUnderTest Open(string connectionString, TimeProvider? time = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{Service}-db", connectionString)]);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddServiceStorage<LogContext, SqliteLogContext, PostgresLogContext>(Service);
        builder.AddChangelog(Service, TestRoutes.Add);
        return new StorageUnderTest(builder.Services.BuildServiceProvider(), connectionString);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
