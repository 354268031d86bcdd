using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>What a device has delivered.</summary>
internal sealed class DeviceState(string deviceId, DeviceClock clock)
{
    internal string DeviceId { get; } = deviceId;

    /// <summary>Distinct reads.</summary>
    internal long ReadCount { get; set; }

    internal DeviceClock Clock { get; set; } = clock;

    /// <summary>Latest time of the device's own clock, held or not; 0 before the first read.</summary>
    internal long LastDeviceMicros { get; set; }

    /// <summary>Latest true time of a read that is not held; 0 before the first read.</summary>
    internal long LastReadMicros { get; set; }

    internal DeviceCounts Counts => new(ReadCount, LastReadMicros, LastDeviceMicros);
}
