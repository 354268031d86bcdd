using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.Service.Clocks;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.UploadReads;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>
/// Keeps the decoders of all meets running as they are stored: starts, stops and starts anew what differs, at once after a
/// change here and every few seconds for what other instances changed. Off with <c>Timing:Decoders:Run=false</c>, for all
/// but one of several instances on one database.
/// </summary>
internal sealed class RunningDecoders(
    [FromKeyedServices(TimingModule.ServiceName)] IServiceStorage storage,
    DecoderSpecs specs,
    ResidentMeets meets,
    ReadBatchValidator validator,
    ClockReports clocks,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<RunningDecoders> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string MeetId, string DecoderId), RunningDecoder> _running = new();
    private readonly ConcurrentDictionary<string, DeadLetterLog> _deadLetters = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _stopped;

    /// <summary>Whether this instance runs decoders.</summary>
    internal bool IsOn { get; } = configuration.GetValue("Timing:Decoders:Run", true);

    /// <summary>The decoder, when it runs here.</summary>
    internal RunningDecoder? Find(string meetId, string decoderId) => _running.GetValueOrDefault((meetId, decoderId));

    /// <summary>What a meet's decoders sent and what went nowhere.</summary>
    internal DeadLetterLog DeadLettersOf(string meetId) => _deadLetters.GetOrAdd(meetId, _ => new DeadLetterLog(time));

    /// <summary>Brings what runs to what is stored: of one meet, or of all when it is null.</summary>
    internal async Task ReconcileAsync(string? meetId, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var wanted = (await specs.LoadAsync(meetId, cancellationToken)).Where(spec => !spec.Decoder.Disabled).ToDictionary(spec => spec.Key);
            foreach (var (key, decoder) in _running.Where(pair => meetId is null || pair.Key.MeetId == meetId))
            {
                if (!wanted.TryGetValue(key, out var spec) || !spec.IsSameAs(decoder.Spec))
                {
                    await StopAsync(key);
                }
            }

            foreach (var spec in wanted.Values.Where(spec => !_running.ContainsKey(spec.Key)))
            {
                Start(spec);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        _stopped = true;
        await Task.WhenAll(_running.Keys.Select(StopAsync));
        _turn.Release();
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A database that is new or away has no tables to look at yet.
            await storage.WhenReadyAsync(stoppingToken);
            while (IsOn)
            {
                try
                {
                    await ReconcileAsync(null, stoppingToken);
                    Report();
                }
                catch (Exception exception) when (exception is RefusalException or DbException or InvalidOperationException or TimeZoneNotFoundException)
                {
                    LogMessages.DecodersNotReconciled(logger, exception);
                }

                await Task.Delay(Period, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Report()
    {
        foreach (var decoder in _running.Values)
        {
            var activity = meets.WriterOf(decoder.Spec.MeetId).Activity;
            foreach (var device in decoder.Spec.PointOfDevice.Keys)
            {
                activity.Reported(device, decoder.ReportOf(device));
            }
        }
    }

    private void Start(DecoderSpec spec)
    {
        var protocol = DecoderProtocols.Find(spec.Decoder.Protocol);
        if (protocol is null || _stopped || _running.Count >= Limits.RunningDecoders)
        {
            LogMessages.DecoderNotStarted(logger, spec.MeetId, spec.Decoder.DecoderId, spec.Decoder.Protocol, _running.Count);
            return;
        }

        var writer = meets.WriterOf(spec.MeetId);
        var stream = new DecoderStream(spec, writer, validator, time);
        var watched = new DecoderClocks(spec, stream, clocks, time, logger);
        var observer = new DecoderObserver(spec, protocol.Transport == DecoderTransport.Webhook, writer.Activity, watched, logger);
        var runner = new DecoderRunner(spec.ToSettings(protocol), protocol, watched, new DecoderMemory(), DeadLettersOf(spec.MeetId), observer, time);
        _running[spec.Key] = new RunningDecoder(spec, protocol, runner, stream, observer, watched);
    }

    private async Task StopAsync((string MeetId, string DecoderId) key)
    {
        if (_running.TryRemove(key, out var decoder))
        {
            await decoder.DisposeAsync();
            LogMessages.DecoderStopped(logger, key.MeetId, key.DecoderId);
        }
    }
}
