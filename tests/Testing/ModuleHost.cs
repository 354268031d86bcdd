using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Modules;
using RaceSystem.ServiceDefaults;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Testing;

/// <summary>
/// Service modules in this process behind a real loopback port, composed as a host composes them. Without configuration:
/// a SQLite file a service in a temporary folder, the bus in memory, and every service found at this host's own address.
/// </summary>
public sealed class ModuleHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder _folder;

    private ModuleHost(WebApplication app, TempFolder folder, Uri baseAddress)
    {
        _app = app;
        _folder = folder;
        BaseAddress = baseAddress;
        Channel = GrpcChannel.ForAddress(baseAddress);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>A channel to it.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>Its container.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the modules.</summary>
    /// <param name="modules">Any of the services.</param>
    /// <param name="configuration">Overrides: for example <c>ConnectionStrings:messaging</c>, <c>ConnectionStrings:timing-db</c>,
    /// <c>services:timing:http:0</c>.</param>
    /// <param name="services">Registered after the modules: fakes, filters, a fake clock.</param>
    /// <param name="port">Where it listens; 0: a free port. Give it when another host must know it before.</param>
    public static async Task<ModuleHost> StartAsync(
        IReadOnlyList<IServiceModule> modules,
        IReadOnlyDictionary<string, string?>? configuration = null,
        Action<IServiceCollection>? services = null,
        int port = 0)
    {
        var folder = new TempFolder("modules");
        var baseAddress = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort.Next() : port)}");
        // Without file watching: many hosts in one test process would use up the watches of the system.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.FullPath, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddInMemoryCollection(Defaults(modules, folder, baseAddress));
        builder.Configuration.AddInMemoryCollection(configuration ?? new Dictionary<string, string?>());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddServiceDefaults();
        builder.AddModules([.. modules]);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapModules();
        app.Urls.Add(baseAddress.ToString());
        var host = new ModuleHost(app, folder, baseAddress);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>Stops as SIGTERM would; dispose does it too.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static Dictionary<string, string?> Defaults(IReadOnlyList<IServiceModule> modules, TempFolder folder, Uri baseAddress)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var service in (string[])["registration", "timing", "results", "dashboard"])
        {
            settings[$"services:{service}:http:0"] = baseAddress.ToString().TrimEnd('/');
        }

        foreach (var module in modules)
        {
            settings[$"ConnectionStrings:{module.Name}-db"] = $"Data Source={folder.Combine(module.Name + ".db")}";
        }

        return settings;
    }
}
