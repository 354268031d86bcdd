using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Rates;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// What goes on in a meet on this instance: reads a second by device and point, open upload streams, what devices report,
/// last use. Not stored: after a restart it starts at nothing. Guarded by its own lock; bounded by the meet's devices.
/// </summary>
internal sealed class MeetActivity(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DeviceActivity> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RateWindow> _byPoint = new(StringComparer.Ordinal);
    private long _lastUseMicros = Instant.From(time.GetUtcNow()).Micros;
    private long _lastUploadMicros;
    private int _streams;

    /// <summary>When somebody last wanted something of the meet.</summary>
    internal Instant LastUse => new(Interlocked.Read(ref _lastUseMicros));

    /// <summary>When reads or a report last came in here, or a stream opened or ended; null when none ever did.</summary>
    internal Instant? LastUpload => Interlocked.Read(ref _lastUploadMicros) is > 0 and var micros ? new Instant(micros) : null;

    /// <summary>Open upload streams.</summary>
    internal int StreamCount => Volatile.Read(ref _streams);

    internal void Used() => Interlocked.Exchange(ref _lastUseMicros, Now.Micros);

    /// <summary>Counts reads that came in.</summary>
    /// <param name="deviceId">Whose.</param>
    /// <param name="pointId">Where.</param>
    /// <param name="count">How many.</param>
    /// <param name="newestDeviceMicros">Latest device time among them.</param>
    internal void Received(string deviceId, string pointId, int count, long newestDeviceMicros)
    {
        var now = Now;
        Interlocked.Exchange(ref _lastUploadMicros, now.Micros);
        lock (_lock)
        {
            var device = DeviceOf(deviceId);
            device.Rate.Add(now, count);
            if (count > 0)
            {
                device.Arrived(newestDeviceMicros, now);
            }

            if (!_byPoint.TryGetValue(pointId, out var window))
            {
                _byPoint.Add(pointId, window = new RateWindow());
            }

            window.Add(now, count);
        }
    }

    /// <summary>Keeps what a device told last.</summary>
    internal void Reported(string deviceId, DeviceReport report)
    {
        var now = Now;
        Interlocked.Exchange(ref _lastUploadMicros, now.Micros);
        lock (_lock)
        {
            DeviceOf(deviceId).Take(report, now);
        }
    }

    internal DeviceNow DeviceNow(string deviceId)
    {
        lock (_lock)
        {
            return _devices.TryGetValue(deviceId, out var device)
                ? new DeviceNow(device.Rate.PerSecond(Now), device.Streams > 0, device.LostAt, device.Report, device.ReportedAt, device.ReportInterval)
                : Meets.DeviceNow.Unseen;
        }
    }

    internal double PointRate(string pointId)
    {
        lock (_lock)
        {
            return _byPoint.TryGetValue(pointId, out var window) ? window.PerSecond(Now) : 0;
        }
    }

    /// <summary>Least difference of arrival and device time since the last call; null when nothing came. For one caller only.</summary>
    internal long? TakeLeastLag(string deviceId)
    {
        lock (_lock)
        {
            if (!_devices.TryGetValue(deviceId, out var device))
            {
                return null;
            }

            var lag = device.LeastLagMicros;
            device.LeastLagMicros = null;
            return lag;
        }
    }

    /// <summary>Marks an upload stream as open until the answer is disposed; refuses past the bound.</summary>
    internal OpenedStream OpenStream(string deviceId)
    {
        if (StreamCount >= Limits.UploadStreams)
        {
            throw new RefusalException(RefusalKind.ResourceExhausted, "TOO_MANY_STREAMS", $"{Limits.UploadStreams} upload streams are open in this meet: close some first.");
        }

        return Connect(deviceId);
    }

    /// <summary>Marks a device as connected until the answer is disposed: the number of decoders is bounded elsewhere.</summary>
    internal OpenedStream Connect(string deviceId)
    {
        Interlocked.Exchange(ref _lastUploadMicros, Now.Micros);
        lock (_lock)
        {
            _streams++;
            var device = DeviceOf(deviceId);
            device.Streams++;
            device.LostAt = null;
        }

        return new OpenedStream(ended => CloseStream(deviceId, ended));
    }

    private void CloseStream(string deviceId, bool ended)
    {
        var now = Now;
        Interlocked.Exchange(ref _lastUploadMicros, now.Micros);
        lock (_lock)
        {
            _streams--;
            var device = DeviceOf(deviceId);
            device.Streams--;
            device.LostAt = ended || device.Streams > 0 ? null : now;
        }
    }

    private Instant Now => Instant.From(time.GetUtcNow());

    private DeviceActivity DeviceOf(string deviceId)
    {
        if (!_devices.TryGetValue(deviceId, out var device))
        {
            _devices.Add(deviceId, device = new DeviceActivity());
        }

        return device;
    }
}
