using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.EdgeAgent.Decoders;

/// <summary>What is known of the devices' clocks. Safe to use from several threads.</summary>
internal sealed class DeviceClocks
{
    /// <summary>Samples that wait for the next report; the oldest are dropped.</summary>
    private const int MaxWaiting = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<ClockSample>> _waiting = [];
    private readonly Dictionary<string, ClockSample> _latest = [];

    internal void Sampled(string deviceId, ClockSample sample)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(deviceId, out var waiting))
            {
                _waiting.Add(deviceId, waiting = new Queue<ClockSample>());
            }

            waiting.Enqueue(sample);
            if (waiting.Count > MaxWaiting)
            {
                waiting.Dequeue();
            }

            _latest[deviceId] = sample;
        }
    }

    /// <summary>Samples since the last call.</summary>
    internal IReadOnlyList<ClockSample> TakeSamples(string deviceId)
    {
        lock (_lock)
        {
            var samples = _waiting.GetValueOrDefault(deviceId)?.ToArray() ?? [];
            _waiting.Remove(deviceId);
            return samples;
        }
    }

    /// <summary>Our clock minus the decoder's, in microseconds, by the newest sample; null while there is none.</summary>
    internal long? OffsetMicros(string deviceId)
    {
        lock (_lock)
        {
            return _latest.TryGetValue(deviceId, out var sample) ? sample.AgentMicros - sample.DeviceMicros : null;
        }
    }
}
