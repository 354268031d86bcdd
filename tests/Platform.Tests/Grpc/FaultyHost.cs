using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Tests.Grpc;
using RaceSystem.Platform.Tests.Modules;
using RaceSystem.Testing;

[assembly: AssemblyFixture(typeof(FaultyHost))]

namespace RaceSystem.Platform.Tests.Grpc;

/// <summary>One host for the tests that only ask.</summary>
public sealed class FaultyHost : IAsyncLifetime
{
    private ModuleHost? _host;

    public ModuleHost Host => _host ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() =>
        _host = await ModuleHost.StartAsync([new OwnerModule()], services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical)));

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
