using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Bus;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Grpc;
using RaceSystem.Platform.OpenApi;

namespace RaceSystem.Platform.Modules;

/// <summary>Composes a host of modules.</summary>
public static class ModuleExtensions
{
    /// <summary>
    /// Adds the modules with what they stand on: gRPC (errors, reflection, health, JSON transcoding) and one bus with the
    /// consumers of all of them.
    /// </summary>
    public static IHostApplicationBuilder AddModules(this IHostApplicationBuilder builder, params IServiceModule[] modules)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<HostAddress>();
        builder.Services.AddGrpcServer();
        foreach (var module in modules)
        {
            builder.Services.AddSingleton(module);
            module.AddServices(builder);
        }

        builder.AddBus(modules);
        return builder;
    }

    /// <summary>Maps the modules' services and pages, the logs' service, reflection, health and OpenAPI.</summary>
    public static WebApplication MapModules(this WebApplication app)
    {
        foreach (var module in app.Services.GetServices<IServiceModule>())
        {
            module.MapEndpoints(app);
        }

        app.MapGrpcService<ChangelogGrpcService>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        app.MapOpenApiDocument();
        return app;
    }
}
