using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Rates;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// What goes on in a meet on this instance: reads a second by device and point, open upload streams, last use. Not
/// stored: after a restart it starts at nothing. Guarded by its own lock.
/// </summary>
internal sealed class MeetActivity(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RateWindow> _byDevice = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RateWindow> _byPoint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _streamsOfDevice = new(StringComparer.Ordinal);
    private long _lastUseMicros = Instant.From(time.GetUtcNow()).Micros;
    private int _streams;

    /// <summary>When somebody last wanted something of the meet.</summary>
    internal Instant LastUse => new(Interlocked.Read(ref _lastUseMicros));

    /// <summary>Open upload streams.</summary>
    internal int StreamCount => Volatile.Read(ref _streams);

    internal void Used() => Interlocked.Exchange(ref _lastUseMicros, Now.Micros);

    /// <summary>Counts reads that came in.</summary>
    internal void Received(string deviceId, string pointId, int count)
    {
        lock (_lock)
        {
            WindowOf(_byDevice, deviceId).Add(Now, count);
            WindowOf(_byPoint, pointId).Add(Now, count);
        }
    }

    internal double DeviceRate(string deviceId) => RateOf(_byDevice, deviceId);

    internal double PointRate(string pointId) => RateOf(_byPoint, pointId);

    internal bool IsConnected(string deviceId)
    {
        lock (_lock)
        {
            return _streamsOfDevice.GetValueOrDefault(deviceId) > 0;
        }
    }

    /// <summary>Marks an upload stream as open until the answer is disposed; refuses past the bound.</summary>
    internal IDisposable OpenStream(string deviceId)
    {
        lock (_lock)
        {
            if (_streams >= Limits.UploadStreams)
            {
                throw new RefusalException(RefusalKind.ResourceExhausted, "TOO_MANY_STREAMS", $"{Limits.UploadStreams} upload streams are open in this meet: close some first.");
            }

            _streams++;
            _streamsOfDevice[deviceId] = _streamsOfDevice.GetValueOrDefault(deviceId) + 1;
        }

        return new OpenedStream(this, deviceId);
    }

    private void CloseStream(string deviceId)
    {
        lock (_lock)
        {
            _streams--;
            _streamsOfDevice[deviceId]--;
        }
    }

    private Instant Now => Instant.From(time.GetUtcNow());

    private double RateOf(Dictionary<string, RateWindow> windows, string id)
    {
        lock (_lock)
        {
            return windows.TryGetValue(id, out var window) ? window.PerSecond(Now) : 0;
        }
    }

    private static RateWindow WindowOf(Dictionary<string, RateWindow> windows, string id)
    {
        if (!windows.TryGetValue(id, out var window))
        {
            windows.Add(id, window = new RateWindow());
        }

        return window;
    }

    private sealed class OpenedStream(MeetActivity activity, string deviceId) : IDisposable
    {
        private MeetActivity? _activity = activity;

        public void Dispose() => Interlocked.Exchange(ref _activity, null)?.CloseStream(deviceId);
    }
}
