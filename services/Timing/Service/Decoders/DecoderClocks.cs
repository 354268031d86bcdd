using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.Service.Clocks;
using DeviceReport = RaceSystem.Timing.V1.DeviceReport;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>
/// Watches the clocks of the devices of one running decoder: what its reads and comparisons say goes the way that an edge
/// agent's report goes. Safe to use from several threads.
/// </summary>
internal sealed class DecoderClocks(DecoderSpec spec, IDecoderStore store, ClockReports reports, TimeProvider time, ILogger logger) : IDecoderStore
{
    /// <summary>While a fault lasts its range is told again when it has grown by this; the quarantine reaches ahead by more.</summary>
    private const long TellAgainMicros = 30_000_000;

    private readonly DeviceClocks _devices = new(time);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ClockVerdict> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClockSample> _latest = new(StringComparer.Ordinal);

    public async Task StoreAsync(string deviceId, DecodedBatch batch, CancellationToken cancellationToken)
    {
        _devices.Arrived(deviceId, batch.Reads);
        await store.StoreAsync(deviceId, batch, cancellationToken);
        if (_devices.VerdictOn(deviceId) is { } verdict && IsNews(deviceId, verdict))
        {
            await TellAsync(deviceId, verdict, cancellationToken);
        }
    }

    /// <summary>A comparison of the decoder's clock.</summary>
    internal void Sampled(string deviceId, ClockSample sample)
    {
        _devices.Sampled(deviceId, sample);
        reports.Take(spec.MeetId, deviceId, sample);
        lock (_lock)
        {
            _latest[deviceId] = sample;
        }
    }

    /// <summary>Adds to a report what is known of a device's clock.</summary>
    internal void Describe(string deviceId, DeviceReport report)
    {
        lock (_lock)
        {
            if (_latest.Remove(deviceId, out var sample))
            {
                report.ClockSamples.Add(ClockReports.MessageOf(sample));
            }
        }

        report.ClockVerdict = spec.CheckedDevices.Contains(deviceId) && _devices.VerdictOn(deviceId) is { } verdict ? ClockReports.MessageOf(verdict) : null;
    }

    private async Task TellAsync(string deviceId, ClockVerdict verdict, CancellationToken cancellationToken)
    {
        try
        {
            await reports.TakeAsync(spec.MeetId, deviceId, verdict, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            // The reads are on disk and are to be acknowledged; it is told again with the next ones.
            LogMessages.ClockNotReported(logger, refusal, spec.MeetId, deviceId);
            lock (_lock)
            {
                _told.Remove(deviceId);
            }
        }
    }

    private bool IsNews(string deviceId, ClockVerdict verdict)
    {
        lock (_lock)
        {
            if (_told.TryGetValue(deviceId, out var told) && told.Fault == verdict.Fault && told.FromMicros <= verdict.FromMicros
                && Math.Abs(told.OffsetMicros - verdict.OffsetMicros) < TellAgainMicros && verdict.ToMicros - told.ToMicros < TellAgainMicros)
            {
                return false;
            }

            _told[deviceId] = verdict;
            return true;
        }
    }
}
