using System.Net;
using Microsoft.Extensions.Options;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.EdgeAgent.Decoders;

/// <summary>Runs the decoders of the settings.</summary>
internal sealed class DecoderHost : BackgroundService, IDecoderObserver
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, FileMemory> _memories = [];
    private readonly DeviceClocks _clocks;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public DecoderHost(
        IOptions<EdgeAgentOptions> options,
        ReadJournal journal,
        DeadLetterLog deadLetters,
        DeviceClocks clocks,
        TimeProvider time,
        ILogger<DecoderHost> logger)
    {
        (_clocks, _time, _logger) = (clocks, time, logger);
        Directory.CreateDirectory(options.Value.MeetFolder);
        foreach (var settings in options.Value.Decoders.Select(decoder => decoder.ToSettings()))
        {
            var memory = new FileMemory(Path.Combine(options.Value.MeetFolder, $"memory-{settings.DecoderId}.json"));
            _memories.Add(settings.DecoderId, memory);
            Runners.Add(new DecoderRunner(settings, DecoderProtocols.Find(settings.Protocol)!, journal, memory, deadLetters, this, time));
        }
    }

    /// <summary>One a decoder, in the order of the settings.</summary>
    internal List<DecoderRunner> Runners { get; } = [];

    /// <summary>The runner of a decoder; null when there is none.</summary>
    internal DecoderRunner? Find(string decoderId) => Runners.Find(runner => runner.Settings.DecoderId == decoderId);

    public void Listening(string decoderId, IPEndPoint endPoint) => LogMessages.Listening(_logger, decoderId, endPoint.ToString());

    public void Connected(string decoderId, string remote) => LogMessages.Connected(_logger, decoderId, remote);

    public void Disconnected(string decoderId, string remote, string? problem)
    {
        if (problem is null)
        {
            LogMessages.Disconnected(_logger, decoderId, remote);
        }
        else
        {
            LogMessages.ConnectionFailed(_logger, decoderId, remote, problem);
        }
    }

    public void Stored(string decoderId, string deviceId, DecodedBatch batch) => _clocks.Arrived(deviceId, batch.Reads);

    public void ClockSampled(string decoderId, string deviceId, ClockSample sample) => _clocks.Sampled(deviceId, sample);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = Runners.Select(runner => Task.Run(() => runner.RunAsync(stoppingToken), stoppingToken)).ToList();
        try
        {
            while (true)
            {
                await Task.Delay(SaveEvery, _time, stoppingToken);
                SaveMemories();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The agent stops.
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        SaveMemories();
    }

    private void SaveMemories()
    {
        foreach (var (decoderId, memory) in _memories)
        {
            try
            {
                memory.Save();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogMessages.MemoryFailed(_logger, decoderId, exception.Message);
            }
        }
    }
}
