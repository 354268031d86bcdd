using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RaceSystem.Platform.Storage;

/// <summary>Registers a service's database.</summary>
public static class ServiceStorageExtensions
{
    /// <summary>
    /// Registers keyed <see cref="IServiceStorage"/>, <see cref="IDbContextFactory{TContext}"/>, the migrator and the health
    /// check <c>&lt;service&gt;-db</c> from <c>ConnectionStrings:&lt;service&gt;-db</c>.
    /// </summary>
    /// <typeparam name="TContext">The service's context.</typeparam>
    /// <typeparam name="TSqlite">Derives from it and owns the SQLite migrations. Takes <see cref="DbContextOptions{TSqlite}"/>.</typeparam>
    /// <typeparam name="TPostgres">Derives from it and owns the PostgreSQL migrations. Takes <see cref="DbContextOptions{TPostgres}"/>.</typeparam>
    /// <param name="builder">The host.</param>
    /// <param name="service">Short name of the service, for example <c>timing</c>.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing or cannot be read.</exception>
    public static IHostApplicationBuilder AddServiceStorage<TContext, TSqlite, TPostgres>(this IHostApplicationBuilder builder, string service)
        where TContext : DbContext
        where TSqlite : TContext
        where TPostgres : TContext
    {
        var address = StorageAddress.Parse(service, builder.Configuration.GetConnectionString($"{service}-db"));
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(service, (provider, _) => new ServiceStorage<TContext, TSqlite, TPostgres>(provider, service, address));
        services.AddSingleton<IDbContextFactory<TContext>>(provider => provider.GetRequiredKeyedService<ServiceStorage<TContext, TSqlite, TPostgres>>(service));
        services.AddKeyedSingleton<IMigratedStorage>(service, (provider, _) => provider.GetRequiredKeyedService<ServiceStorage<TContext, TSqlite, TPostgres>>(service));
        services.AddKeyedSingleton<IServiceStorage>(service, (provider, _) => provider.GetRequiredKeyedService<IMigratedStorage>(service));
        services.AddKeyedSingleton(service, (_, _) => new WriteGate(address.Provider));
        services.AddSingleton<IHostedService>(provider => new StorageMigrator(
            provider.GetRequiredKeyedService<IMigratedStorage>(service),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StorageMigrator>>()));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"{service}-db",
            provider => new StorageHealthCheck(provider.GetRequiredKeyedService<IMigratedStorage>(service)),
            HealthStatus.Unhealthy,
            ["ready"],
            TimeSpan.FromSeconds(5)));
        return builder;
    }
}
