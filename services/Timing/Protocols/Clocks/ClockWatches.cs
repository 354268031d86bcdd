namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>A <see cref="ClockWatch"/> for each device. Safe to use from several threads; one entry a device that was told of.</summary>
public sealed class ClockWatches
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ClockWatch> _byDevice = new(StringComparer.Ordinal);

    /// <summary>Reads of a device came in.</summary>
    public void Arrived(string deviceId, IReadOnlyList<DecodedRead> reads, long arrivalMicros)
    {
        lock (_lock)
        {
            WatchOf(deviceId).Arrived(reads, arrivalMicros);
        }
    }

    /// <summary>A device's clock was compared with ours.</summary>
    public void Sampled(string deviceId, ClockSample sample)
    {
        lock (_lock)
        {
            WatchOf(deviceId).Sampled(sample);
        }
    }

    /// <summary>What is to be said of a device's clock; null: nothing against it.</summary>
    public ClockVerdict? VerdictOf(string deviceId)
    {
        lock (_lock)
        {
            return _byDevice.GetValueOrDefault(deviceId)?.Verdict;
        }
    }

    private ClockWatch WatchOf(string deviceId)
    {
        if (!_byDevice.TryGetValue(deviceId, out var watch))
        {
            _byDevice.Add(deviceId, watch = new ClockWatch());
        }

        return watch;
    }
}
