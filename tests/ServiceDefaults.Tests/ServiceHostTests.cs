using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Modules;

namespace RaceSystem.ServiceDefaults.Tests;

public sealed class ServiceHostTests
{
    [Fact]
    public async Task A_missing_connection_string_ends_the_host_with_code_1() =>
        Assert.Equal(1, await ServiceHost.RunAsync([], new Module(), "messaging", "timing-db"));

    [Fact]
    public async Task A_setting_that_cannot_be_read_ends_the_host_with_code_1() =>
        Assert.Equal(1, await ServiceHost.RunAsync([], new Module("ConnectionStrings__timing-db cannot be read")));

    private sealed class Module(string? refusal = null) : IServiceModule
    {
        public string Name => "timing";

        public IReadOnlyList<string> DependsOn => [];

        public void AddServices(IHostApplicationBuilder builder)
        {
            if (refusal is not null)
            {
                throw new InvalidOperationException(refusal);
            }
        }

        public void AddConsumers(IBusRegistrationConfigurator bus)
        {
        }

        public void MapEndpoints(IEndpointRouteBuilder endpoints)
        {
        }
    }
}
