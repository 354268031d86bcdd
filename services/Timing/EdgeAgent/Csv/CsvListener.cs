using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using RaceSystem.Timing.EdgeAgent.Spool;

namespace RaceSystem.Timing.EdgeAgent.Csv;

/// <summary>Lets decoders connect, a bounded number at a time.</summary>
internal sealed class CsvListener(
    IOptions<EdgeAgentOptions> options,
    CsvReadParser parser,
    ReadJournal journal,
    AgentCounters counters,
    ILogger<CsvListener> logger) : BackgroundService
{
    private const int MaxConnections = 32;

    private readonly SemaphoreSlim _slots = new(MaxConnections, MaxConnections);

    /// <summary>Where it listens, once it does.</summary>
    internal IPEndPoint? LocalEndPoint { get; private set; }

    public override void Dispose()
    {
        _slots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new TcpListener(IPAddress.Parse(options.Value.ListenAddress), options.Value.ListenPort);
        listener.Start();
        LocalEndPoint = (IPEndPoint)listener.LocalEndpoint;
        LogMessages.Listening(logger, LocalEndPoint.ToString());
        try
        {
            while (true)
            {
                await _slots.WaitAsync(stoppingToken);
                var client = await listener.AcceptTcpClientAsync(stoppingToken);
                _ = ServeAsync(client, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The agent stops.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stoppingToken)
    {
        counters.Connected(1);
        try
        {
            using var _ = client;
            await new CsvSession(client.GetStream(), parser, journal, counters).RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Without an ack the decoder sends again what is not on disk.
            LogMessages.ConnectionEnded(logger, exception.Message);
        }
        finally
        {
            counters.Connected(-1);
            _slots.Release();
        }
    }
}
