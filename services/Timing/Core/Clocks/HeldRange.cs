namespace RaceSystem.Timing.Core.Clocks;

/// <summary>Device times of one device whose reads make no passings: a quarantine that is open or was discarded.</summary>
/// <param name="QuarantineId">Unique in the meet; for explanations.</param>
/// <param name="FromMicros">First device time held.</param>
/// <param name="ToMicros">Last device time held.</param>
public readonly record struct HeldRange(string QuarantineId, long FromMicros, long ToMicros)
{
    /// <summary>Whether a device time is held.</summary>
    public bool Holds(long deviceMicros) => deviceMicros >= FromMicros && deviceMicros <= ToMicros;
}
