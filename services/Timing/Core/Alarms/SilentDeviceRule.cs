using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// A device that is expected to read has read nothing while runners passed its point. Eight runners in a row are missed by
/// chance once in a hundred million times even where a device misses one in ten.
/// </summary>
internal sealed class SilentDeviceRule
{
    private const int Runners = 8;
    private static readonly Elapsed Silence = Elapsed.FromSeconds(10);

    private long _reads = -1;
    private long _crossings;
    private int _guns;
    private Instant _since;

    internal string? Judge(DeviceSample device, PointSample point, Instant now)
    {
        if (device.ReadCount != _reads || point.GunVersion != _guns || !device.IsConnected)
        {
            (_reads, _guns, _crossings, _since) = (device.ReadCount, point.GunVersion, point.CrossingCount, now);
            return null;
        }

        var passed = point.CrossingCount - _crossings;

        // In the time of the race too: a device whose upload ended early is not behind one that is still catching up.
        var isBehind = point.LastReadMicros - device.LastReadMicros >= Silence.Micros;
        return now - _since >= Silence && passed >= Runners && isBehind
            ? $"{device.Name} reads nothing while {passed} runners passed {point.Name}."
            : null;
    }
}
