using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Dashboard.Service;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>The Dashboard on a loopback port in front of fake services.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private readonly FakeServices _services;
    private readonly WebApplication _app;

    private DashboardHost(FakeMeet meet, FakeServices services, WebApplication app)
    {
        (Meet, _services, _app) = (meet, services, app);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    public FakeMeet Meet { get; }

    public string Address => _app.Urls.Single();

    public HttpClient Client { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<DashboardHost> StartAsync(FakeMeet meet, Action<IConfigurationBuilder>? configure = null)
    {
        var services = new FakeServices(meet);
        await services.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["services:registration:http:0"] = services.Address,
            ["services:timing:http:0"] = services.Address,
            ["services:results:http:0"] = services.Address,
            ["Dashboard:Live:Interval"] = "00:00:00.050",
            ["Dashboard:Live:Linger"] = "00:00:00.500",
        });
        configure?.Invoke(builder.Configuration);
        var module = new DashboardModule();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        module.AddServices(builder);
        var app = builder.Build();
        module.MapEndpoints(app);
        await app.StartAsync();
        return new DashboardHost(meet, services, app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _services.DisposeAsync();
    }
}
