namespace RaceSystem.Timing.Core.Meets;

/// <summary>Counts of one device.</summary>
/// <param name="ReadCount">Distinct reads.</param>
/// <param name="LastReadMicros">Latest corrected read time; 0 before the first.</param>
/// <param name="LastDeviceMicros">Latest time of the device's own clock; 0 before the first.</param>
public readonly record struct DeviceCounts(long ReadCount, long LastReadMicros, long LastDeviceMicros);
