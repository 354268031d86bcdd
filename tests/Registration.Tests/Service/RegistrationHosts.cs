using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Service;
using RaceSystem.Registration.Tests.Service;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;

[assembly: AssemblyFixture(typeof(RegistrationHosts))]

namespace RaceSystem.Registration.Tests.Service;

/// <summary>One Registration a database, started when first needed and shared: tests keep apart by meets of their own.</summary>
public sealed class RegistrationHosts : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly PostgresFixture _postgres = new();
    private readonly Dictionary<Store, ModuleHost> _hosts = [];
    private int _meets;

    /// <summary>A client with a fresh meet id; skips the test when there is no such server.</summary>
    public async Task<Desk> OpenAsync(Store store)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_hosts.TryGetValue(store, out var host))
            {
                _hosts[store] = host = await ModuleHost.StartAsync([new RegistrationModule()], await ConfigureAsync(store));

                // On a loaded machine migrations may take longer than a call waits for them.
                await host.Services.GetRequiredKeyedService<IServiceStorage>("registration").WhenReadyAsync(TestContext.Current.CancellationToken);
            }

            return new(host, $"meet-{++_meets}");
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.DisposeAsync();
        }

        await _postgres.DisposeAsync();
        _gate.Dispose();
    }

    private async Task<Dictionary<string, string?>> ConfigureAsync(Store store) => store == Store.Sqlite
        ? []
        : new() { ["ConnectionStrings:registration-db"] = await _postgres.CreateDatabaseAsync("registration") };
}
