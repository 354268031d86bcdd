using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RaceSystem.ServiceDefaults.Tests;

/// <summary>A host with the defaults on a free loopback port, with gRPC health and one HTTP page that tells what it saw.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public CapturedLogs Logs { get; private init; } = new();

    public static async Task<RunningHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null, string urls = "http://127.0.0.1:0")
    {
        var logs = new CapturedLogs();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls", urls], ApplicationName = "RaceSystem.Timing.Host" });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.AddServiceDefaults();
        builder.Services.AddGrpc();
        builder.Services.AddGrpcHealthChecks();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcHealthChecksService();
        app.MapGet("/seen", (HttpRequest request) => $"{request.Scheme} {request.Protocol} {request.IsHttps}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(app) { Logs = logs };
    }

    /// <summary>A raw connection, for peers that no HTTP client would be.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
