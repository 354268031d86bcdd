namespace RaceSystem.Timing.Core.Meets;

/// <summary>What a device has delivered.</summary>
internal sealed class DeviceState(string deviceId)
{
    internal string DeviceId { get; } = deviceId;

    /// <summary>Distinct reads.</summary>
    internal long ReadCount { get; set; }

    /// <summary>Latest device time, without offset; 0 before the first read.</summary>
    internal long LastReadMicros { get; set; }
}
