using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Bus;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage.Model;
using LogContext = RaceSystem.Platform.Tests.Storage.Model.LogContext;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>Follows the log of <see cref="OwnerModule"/>, as Results does.</summary>
internal sealed class FollowingModule : IServiceModule
{
    public string Name => "results";

    public IReadOnlyList<string> DependsOn => ["timing"];

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddServiceStorage<LogContext, SqliteLogContext, PostgresLogContext>(Name);
        builder.AddChangelogFollower<LatestRecords>(Name, "timing");
    }

    public void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddFollowerConsumer<OwnerLogConsumer>(Name);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
