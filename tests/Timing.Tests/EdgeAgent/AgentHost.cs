using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;
using RaceSystem.Timing.EdgeAgent;
using RaceSystem.Timing.EdgeAgent.Csv;
using RaceSystem.Timing.Tests.Service;

namespace RaceSystem.Timing.Tests.EdgeAgent;

/// <summary>The agent as its program composes it, for device "d-finish" of meet "m".</summary>
internal sealed class AgentHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AgentHost(WebApplication app) => _app = app;

    internal static async Task<AgentHost> StartAsync(string folder, Uri server)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["EdgeAgent:MeetId"] = TimingHost.Meet,
            ["EdgeAgent:DeviceId"] = "d-finish",
            ["EdgeAgent:Server"] = server.ToString(),
            ["EdgeAgent:ListenPort"] = "0",
            ["EdgeAgent:Folder"] = folder,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddEdgeAgent();
        var app = builder.Build();
        app.MapEdgeAgent();
        app.Urls.Add($"http://127.0.0.1:{FreePort.Next()}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new AgentHost(app);
        await Eventually.TrueAsync(() => host.Listener.LocalEndPoint is not null);
        return host;
    }

    private CsvListener Listener => _app.Services.GetRequiredService<CsvListener>();

    /// <summary>Sends lines as one decoder and waits until the last is answered; returns all answers.</summary>
    internal async Task<List<string>> SendAsync(params string[] lines)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Listener.LocalEndPoint!, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n" };
        foreach (var line in lines)
        {
            await writer.WriteLineAsync(line);
        }

        await writer.FlushAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answers = new List<string>();
        while (answers.Count == 0 || answers[^1] != $"ack {lines.Length}")
        {
            answers.Add(await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new IOException($"closed after: {string.Join("; ", answers)}"));
        }

        return answers;
    }

    internal Task<string> GetAsync(string path)
    {
        var http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        return http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
