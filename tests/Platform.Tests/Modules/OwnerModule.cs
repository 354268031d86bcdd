using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Changelog;
using RaceSystem.Platform.Tests.Grpc;
using RaceSystem.Platform.Tests.Storage.Model;
using LogContext = RaceSystem.Platform.Tests.Storage.Model.LogContext;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>Owns a log, as Timing does.</summary>
internal sealed class OwnerModule : IServiceModule
{
    public string Name => "timing";

    public IReadOnlyList<string> DependsOn => [];

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddServiceStorage<LogContext, SqliteLogContext, PostgresLogContext>(Name);
        builder.AddChangelog(Name, TestRoutes.Add);
    }

    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<FaultyTimingService>();
        endpoints.MapGrpcService<FaultyRegistrationService>();
    }
}
