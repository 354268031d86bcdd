using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>What is known of the clocks of all devices: samples, offsets, and what their watches say. Safe to use from several threads.</summary>
/// <param name="clock">When reads arrive.</param>
public sealed class DeviceClocks(TimeProvider clock)
{
    /// <summary>Samples of a device that wait to be taken; the oldest are dropped.</summary>
    public const int MaxWaiting = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Device> _devices = new(StringComparer.Ordinal);

    /// <summary>Reads of a device came in.</summary>
    public void Arrived(string deviceId, IReadOnlyList<DecodedRead> reads)
    {
        var now = Instant.From(clock.GetUtcNow()).Micros;
        lock (_lock)
        {
            Of(deviceId).Watch.Arrived(reads, now);
        }
    }

    /// <summary>A device's clock was compared with ours.</summary>
    public void Sampled(string deviceId, ClockSample sample)
    {
        lock (_lock)
        {
            var device = Of(deviceId);
            device.Waiting.Enqueue(sample);
            if (device.Waiting.Count > MaxWaiting)
            {
                device.Waiting.Dequeue();
            }

            device.Offset = sample.AgentMicros - sample.DeviceMicros;
            device.Watch.Sampled(sample);
        }
    }

    /// <summary>Samples of a device since the last call.</summary>
    public IReadOnlyList<ClockSample> TakeSamples(string deviceId)
    {
        lock (_lock)
        {
            if (!_devices.TryGetValue(deviceId, out var device))
            {
                return [];
            }

            var samples = device.Waiting.ToArray();
            device.Waiting.Clear();
            return samples;
        }
    }

    /// <summary>What is to be said against a device's clock; null: nothing.</summary>
    public ClockVerdict? VerdictOn(string deviceId)
    {
        lock (_lock)
        {
            return _devices.GetValueOrDefault(deviceId)?.Watch.Verdict;
        }
    }

    /// <summary>Our clock minus the decoder's, in microseconds, by the newest sample or what is said against it; null while nothing is known.</summary>
    public long? OffsetMicros(string deviceId)
    {
        lock (_lock)
        {
            return _devices.GetValueOrDefault(deviceId) is { } device ? device.Offset ?? device.Watch.Verdict?.OffsetMicros : null;
        }
    }

    private Device Of(string deviceId)
    {
        if (!_devices.TryGetValue(deviceId, out var device))
        {
            _devices.Add(deviceId, device = new Device());
        }

        return device;
    }

    private sealed class Device
    {
        internal Queue<ClockSample> Waiting { get; } = new();

        internal ClockWatch Watch { get; } = new();

        internal long? Offset { get; set; }
    }
}
