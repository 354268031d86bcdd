using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace RaceSystem.Platform.Modules;

/// <summary>
/// One service as a part that a host composes: alone in its own process, or beside the others in AllInOne. The
/// implementation is the service's index: what it registers, consumes, serves and depends on.
/// </summary>
public interface IServiceModule
{
    /// <summary>Short name: <c>registration</c>, <c>timing</c>, <c>results</c>, <c>dashboard</c>. Also the prefix of its
    /// bus endpoints, the key of its services in the container and the owner of its log.</summary>
    string Name { get; }

    /// <summary>Names of the services it calls over gRPC.</summary>
    IReadOnlyList<string> DependsOn { get; }

    /// <summary>Registers the module's services.</summary>
    void AddServices(IHostApplicationBuilder builder);

    /// <summary>Registers the module's bus consumers. Called once, inside the host's only AddMassTransit.</summary>
    void AddConsumers(IBusRegistrationConfigurator bus);

    /// <summary>Maps the module's gRPC services and pages.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);
}
