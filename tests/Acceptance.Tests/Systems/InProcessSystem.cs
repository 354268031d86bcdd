using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Modules;
using RaceSystem.Registration.Service;
using RaceSystem.Results.Service;
using RaceSystem.Timing.Service;

namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>Registration, Timing and Results as three hosts in this process, on PostgreSQL and RabbitMQ.</summary>
internal sealed class InProcessSystem : IAsyncDisposable
{
    private readonly List<ModuleHost> _hosts = [];

    private InProcessSystem()
    {
    }

    public IReadOnlyList<string> RacectlArguments =>
    [
        "--registration", _hosts[0].BaseAddress.ToString(),
        "--timing", _hosts[1].BaseAddress.ToString(),
        "--results", _hosts[2].BaseAddress.ToString(),
    ];

    public Uri Results => _hosts[2].BaseAddress;

    public static async Task<InProcessSystem> StartAsync(RunningSystems servers, Action<IServiceCollection>? services = null)
    {
        IServiceModule[] modules = [new RegistrationModule(), new TimingModule(), new ResultsModule()];
        var environment = await SeparateHostsSystem.EnvironmentAsync(servers.Postgres, servers.RabbitMq);
        var configuration = environment.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => pair.Value);
        var ports = modules.ToDictionary(module => module.Name, _ => FreePort.Next());
        foreach (var (name, port) in ports)
        {
            configuration[$"services:{name}:http:0"] = $"http://127.0.0.1:{port}";
        }

        var system = new InProcessSystem();
        try
        {
            foreach (var module in modules)
            {
                system._hosts.Add(await ModuleHost.StartAsync([module], configuration, services, ports[module.Name]));
            }
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }

        return system;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.DisposeAsync();
        }
    }
}
