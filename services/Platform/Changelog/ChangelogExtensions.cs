using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Changelog.V1;
using RaceSystem.Platform.Changelog.Following;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Changelog;

/// <summary>Registers the logs a service owns and the ones it follows.</summary>
public static class ChangelogExtensions
{
    /// <summary>
    /// Registers keyed <see cref="IChangelog"/> of an owner over its storage, the publisher and the announcer, and has
    /// ChangelogService serve it. Needs <c>AddServiceStorage</c> of the same name, with <c>HasChangelog</c> in its model.
    /// </summary>
    public static IHostApplicationBuilder AddChangelog(this IHostApplicationBuilder builder, string owner, Action<ChangelogRoutes> routes)
    {
        var configured = new ChangelogRoutes();
        routes(configured);
        var built = configured.Build(owner);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChangeBus>();
        services.AddKeyedSingleton(owner, (provider, _) => new PublishQueue(owner, provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(owner, (provider, _) => new StoredChangelog(
            owner,
            provider.GetRequiredKeyedService<IServiceStorage>(owner),
            provider.GetRequiredKeyedService<WriteGate>(owner),
            provider.GetRequiredKeyedService<PublishQueue>(owner),
            built,
            provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IChangelog>(owner, (provider, _) => provider.GetRequiredKeyedService<StoredChangelog>(owner));
        services.AddSingleton<IChangelog>(provider => provider.GetRequiredKeyedService<StoredChangelog>(owner));
        services.AddSingleton<IHostedService>(provider => new ChangelogPublisher(
            owner,
            provider.GetRequiredKeyedService<PublishQueue>(owner),
            provider.GetRequiredService<ChangeBus>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChangelogPublisher>>()));
        services.AddSingleton<IHostedService>(provider => new ChangelogAnnouncer(
            provider.GetRequiredKeyedService<StoredChangelog>(owner),
            provider.GetRequiredKeyedService<PublishQueue>(owner),
            provider.GetRequiredService<ChangeBus>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChangelogAnnouncer>>()));
        return builder;
    }

    /// <summary>
    /// Registers keyed <see cref="IChangelogFollower"/> <c>"&lt;service&gt;:&lt;owner&gt;"</c>, which keeps
    /// <typeparamref name="TProjection"/> (a singleton) up to date, and its health check. Needs <c>AddServiceStorage</c> of
    /// the service, with <c>HasFollowedLogs</c> in its model.
    /// </summary>
    public static IHostApplicationBuilder AddChangelogFollower<TProjection>(this IHostApplicationBuilder builder, string service, string owner)
        where TProjection : class, IChangelogProjection
    {
        var key = $"{service}:{owner}";
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TProjection>();
        builder.AddNamedServiceClient<ChangelogService.ChangelogServiceClient>($"changelog-{owner}", owner);
        services.AddKeyedSingleton<ILogSource>(key, (provider, _) => new GrpcLogSource(provider, owner));
        services.AddKeyedSingleton(key, (provider, _) => new ChangelogFollower(
            service,
            owner,
            provider.GetRequiredService<TProjection>(),
            provider.GetRequiredKeyedService<ILogSource>(key),
            new FollowedCopy(owner, provider.GetRequiredKeyedService<IServiceStorage>(service), provider.GetRequiredKeyedService<WriteGate>(service)),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChangelogFollower>>()));
        services.AddKeyedSingleton<IChangelogFollower>(key, (provider, _) => provider.GetRequiredKeyedService<ChangelogFollower>(key));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<ChangelogFollower>(key));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"{service}-follows-{owner}",
            provider => new FollowerHealthCheck(provider.GetRequiredKeyedService<ChangelogFollower>(key)),
            HealthStatus.Degraded,
            ["ready"]));
        return builder;
    }
}
