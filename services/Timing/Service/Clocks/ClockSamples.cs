using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Clocks;

/// <summary>
/// The comparisons of decoders' clocks with their agents' that were reported to this instance; they are for estimates alone,
/// change no passing and are not stored. Bounded: a full list keeps every other exchange, so that the whole day
/// stays covered. Safe to use from any thread.
/// </summary>
internal sealed class ClockSamples
{
    /// <summary>Meets and devices are known ones; beyond this many the one told of longest ago is forgotten.</summary>
    private const int MostDevices = 2_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string MeetId, string DeviceId), List<SyncExchange>> _byDevice = [];
    private readonly Queue<(string MeetId, string DeviceId)> _inOrder = new();

    /// <summary>Takes what a report says of a known device.</summary>
    internal void Add(string meetId, string deviceId, IEnumerable<ClockSample> samples)
    {
        lock (_lock)
        {
            foreach (var sample in samples)
            {
                // What can not be told on the wire is no time of a clock.
                if (sample.DeviceTimeUs >= Limits.EarliestHeldTime.Micros && sample.DeviceTimeUs <= Limits.LatestHeldTime.Micros
                    && sample.AgentTimeUs >= Limits.EarliestTime.Micros && sample.AgentTimeUs <= Limits.LatestHeldTime.Micros && sample.RoundTripUs >= 0)
                {
                    Add(ListOf((meetId, deviceId)), new SyncExchange(sample.DeviceTimeUs, sample.AgentTimeUs, sample.RoundTripUs));
                }
            }
        }
    }

    /// <summary>What is known of a device, in the order of arrival.</summary>
    internal IReadOnlyList<SyncExchange> Of(string meetId, string deviceId)
    {
        lock (_lock)
        {
            return _byDevice.TryGetValue((meetId, deviceId), out var exchanges) ? [.. exchanges] : [];
        }
    }

    private static void Add(List<SyncExchange> exchanges, SyncExchange exchange)
    {
        if (exchanges.Count >= Limits.SyncExchanges)
        {
            // The faster one of each two stays.
            List<SyncExchange> kept = [.. exchanges.Chunk(2).Select(pair => pair.MinBy(one => one.RoundTripMicros))];
            exchanges.Clear();
            exchanges.AddRange(kept);
        }

        exchanges.Add(exchange);
    }

    private List<SyncExchange> ListOf((string MeetId, string DeviceId) key)
    {
        if (!_byDevice.TryGetValue(key, out var exchanges))
        {
            if (_inOrder.Count >= MostDevices)
            {
                _byDevice.Remove(_inOrder.Dequeue());
            }

            _inOrder.Enqueue(key);
            _byDevice.Add(key, exchanges = []);
        }

        return exchanges;
    }
}
