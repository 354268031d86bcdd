using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Modules;

namespace RaceSystem.Testing.Tests;

/// <summary>The smallest module: answers on one path.</summary>
internal sealed class EchoModule : IServiceModule
{
    public string Name => "echo";

    public IReadOnlyList<string> DependsOn => [];

    public void AddServices(IHostApplicationBuilder builder)
    {
    }

    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/echo/{text}", (string text) => text);
}
