using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RaceSystem.Client.Tests.Fakes;

/// <summary>A gRPC server on a free loopback port with the fake service in it.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app, FakeTimingService timing)
    {
        _app = app;
        Timing = timing;
        Client = new RaceSystemClient(new Uri(app.Urls.Single()));
    }

    public FakeTimingService Timing { get; }

    public RaceSystemClient Client { get; }

    public static async Task<FakeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var timing = new FakeTimingService();
        builder.Services.AddSingleton(timing);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<FakeTimingService>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakeServer(app, timing);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
