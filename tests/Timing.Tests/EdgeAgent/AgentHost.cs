using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;
using RaceSystem.Timing.EdgeAgent;
using RaceSystem.Timing.EdgeAgent.Decoders;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;
using RaceSystem.Timing.EdgeAgent.Status;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Tests.Protocols;
using RaceSystem.Timing.Tests.Service;

namespace RaceSystem.Timing.Tests.EdgeAgent;

/// <summary>
/// The agent as its program composes it, for meet "m": decoder "toolkit" speaks MYLAPS at two locations, "rack" posts
/// Impinj events.
/// </summary>
internal sealed class AgentHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AgentHost(WebApplication app) => _app = app;

    internal ReadSpool Spool => _app.Services.GetRequiredService<ReadSpool>();

    internal ReadJournal Journal => _app.Services.GetRequiredService<ReadJournal>();

    internal Uri Address => new(_app.Urls.First());

    internal AgentStatus Status => _app.Services.GetRequiredService<StatusBoard>().Current();

    internal IPEndPoint Toolkit => _app.Services.GetRequiredService<DecoderHost>().Find("toolkit")!.State.LocalEndPoint!;

    internal static async Task<AgentHost> StartAsync(string folder, Uri server, ISpoolDisk? disk = null, int port = 0, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["EdgeAgent:MeetId"] = TimingHost.Meet,
            ["EdgeAgent:Server"] = server.ToString(),
            ["EdgeAgent:Folder"] = folder,
            ["EdgeAgent:SegmentMegabytes"] = "1",
            ["EdgeAgent:Decoders:0:Id"] = "toolkit",
            ["EdgeAgent:Decoders:0:Protocol"] = "mylaps",
            ["EdgeAgent:Decoders:0:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["EdgeAgent:Decoders:0:Locations:Start"] = "d-start",
            ["EdgeAgent:Decoders:0:Locations:Finish"] = "d-finish",
            ["EdgeAgent:Decoders:1:Id"] = "rack",
            ["EdgeAgent:Decoders:1:Protocol"] = "impinj-webhook",
            ["EdgeAgent:Decoders:1:Device"] = "d-backup",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        if (disk is not null)
        {
            builder.Services.AddSingleton(disk);
        }

        builder.AddEdgeAgent();
        var app = builder.Build();
        app.MapEdgeAgent();
        app.Urls.Add($"http://127.0.0.1:{FreePort.Next()}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new AgentHost(app);
        await Eventually.TrueAsync(() => host._app.Services.GetRequiredService<DecoderHost>().Find("toolkit")!.State.LocalEndPoint is not null);
        return host;
    }

    /// <summary>Reads of the past hour at both locations, none like another.</summary>
    internal static IReadOnlyList<EmulatedRead> Reads(int count, int seed = 1) =>
        EmulatedField.Reads(count, 7, TimeProvider.System.GetUtcNow().AddHours(-1), seed, 10_000, "Start", "Finish");

    /// <summary>A decoder that delivers reads and waits for every ack.</summary>
    internal static IDecoderEmulator Decoder(IReadOnlyList<EmulatedRead> reads, IPEndPoint agent, EmulatorFaults? faults = null) =>
        DecoderProtocols.Find("mylaps")!.CreateEmulator(new EmulatorSettings(reads, agent, TimeZoneInfo.Utc, faults ?? EmulatorFaults.None, 1, TimeProvider.System));

    internal async Task DeliverAsync(IReadOnlyList<EmulatedRead> reads)
    {
        await using var decoder = Decoder(reads, Toolkit);
        await decoder.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Puts reads on disk as a session would.</summary>
    internal Task StoreAsync(string device, params DecodedRead[] reads) => Journal.StoreAsync(device, new DecodedBatch("", reads, []), TestContext.Current.CancellationToken);

    internal async Task<string> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        return await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    internal async Task<(HttpStatusCode Code, string Text)> PostAsync(string path, string body)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var content = new StringContent(body);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    internal static long MicrosAgo(TimeSpan ago) => Instant.From(TimeProvider.System.GetUtcNow() - ago).Micros;
}
