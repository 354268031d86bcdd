using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Service;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.V1;
using RaceSystem.Testing;

[assembly: AssemblyFixture(typeof(RaceSystem.Results.Tests.Service.ResultsHost))]

namespace RaceSystem.Results.Tests.Service;

/// <summary>The Results module behind a real port, with the logs it follows in the test's hand. Each test makes a meet of its own.</summary>
public sealed class ResultsHost : IAsyncLifetime
{
    private ModuleHost? _host;
    private int _meets;

    internal FakeLog Registration => (FakeLog)_host!.Services.GetRequiredKeyedService<IChangelogFollower>("results:registration");

    internal FakeLog Timing => (FakeLog)_host!.Services.GetRequiredKeyedService<IChangelogFollower>("results:timing");

    internal ResultsService.ResultsServiceClient Client => new(_host!.Channel);

    /// <summary>For what is no gRPC.</summary>
    internal HttpClient Http { get; } = new();

    internal IServiceProvider Services => _host!.Services;

    /// <summary>A meet that nobody knows yet.</summary>
    internal SampleMeet NewMeet() => new(this, $"meet-{Interlocked.Increment(ref _meets)}");

    public async ValueTask InitializeAsync()
    {
        _host = await ModuleHost.StartAsync([new ResultsModule()], services: services =>
        {
            services.AddKeyedSingleton<IChangelogFollower>("results:registration", (provider, _) => new FakeLog("registration", provider.GetRequiredService<RegistrationProjection>()));
            services.AddKeyedSingleton<IChangelogFollower>("results:timing", (provider, _) => new FakeLog("timing", provider.GetRequiredService<TimingProjection>()));
        });
        Http.BaseAddress = _host.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
