using System.Text;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>What the sessions of one decoder store into: finds the device of a location, counts, keeps dead letters.</summary>
internal sealed class DecoderSink(
    DecoderSettings settings,
    IDecoderStore store,
    DeadLetterLog deadLetters,
    DecoderCounters counters,
    IDecoderObserver observer) : IDecoderSink
{
    public async Task StoreAsync(DecodedBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Reads.Count == 0 && batch.Markers.Count == 0)
        {
            return;
        }

        var device = settings.DeviceOf(batch.Location) ?? throw Undeclared(batch);
        if (device == DecoderSettings.Ignored)
        {
            counters.Ignored(batch.Reads.Count + batch.Markers.Count);
            return;
        }

        await store.StoreAsync(device, batch, cancellationToken).ConfigureAwait(false);
        counters.Stored(batch.Reads.Count, batch.Markers.Count);
        observer.Stored(settings.DecoderId, device, batch);
    }

    public void Reject(RejectedFrame frame)
    {
        counters.Rejected();
        deadLetters.Add(settings.DecoderId, frame.Reason, frame.Bytes.Span);
    }

    public void SampleClock(string location, ClockSample sample)
    {
        if (settings.DeviceOf(location) is { } device && device != DecoderSettings.Ignored)
        {
            observer.ClockSampled(settings.DecoderId, device, sample);
        }
    }

    public void Report(DecoderStatus status) => counters.Reported(status);

    /// <summary>Without an ack the decoder keeps the reads; guessing a device would put them at a wrong point.</summary>
    private DecoderSinkException Undeclared(DecodedBatch batch)
    {
        var name = batch.Location.Length > 100 ? batch.Location[..100] : batch.Location;
        var reason = $"Location '{name}' has no device: declare it, or '*' for every location, or '{DecoderSettings.Ignored}' as its device to drop its reads.";
        counters.Rejected();
        var first = batch.Reads.Count > 0 ? $"{batch.Reads.Count} reads, first of chip {batch.Reads[0].Chip}" : $"marker {batch.Markers[0].Name}";
        deadLetters.Add(settings.DecoderId, reason, Encoding.UTF8.GetBytes(first));
        return new DecoderSinkException(reason);
    }
}
