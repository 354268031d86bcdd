using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>Registration, Timing and Results in one process, over real gRPC on a loopback port.</summary>
internal sealed class FakeServices(FakeMeet meet) : IAsyncDisposable
{
    private WebApplication? _app;

    public string Address => _app!.Urls.Single();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(meet);
        _app = builder.Build();
        _app.MapGrpcService<FakeRegistration>();
        _app.MapGrpcService<FakeResults>();
        _app.MapGrpcService<FakeTiming>();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }
}
