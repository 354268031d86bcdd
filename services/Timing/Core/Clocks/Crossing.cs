namespace RaceSystem.Timing.Core.Clocks;

/// <summary>A chip's crossing of a point as one device saw it, on one clock.</summary>
/// <param name="FirstMicros">First read.</param>
/// <param name="LastMicros">Last read.</param>
/// <param name="MeanMicros">Mean of all reads.</param>
/// <param name="StrongestMicros">The read with the highest signal strength, the earliest of equal ones; the mean when the device tells none.</param>
/// <param name="ReadCount">Reads.</param>
public readonly record struct Crossing(long FirstMicros, long LastMicros, long MeanMicros, long StrongestMicros, int ReadCount)
{
    /// <summary>Where the chip was before the antenna, by one of several ways to say it.</summary>
    public long CentreMicros(CrossingCentre centre) => centre switch
    {
        CrossingCentre.Middle => FirstMicros + ((LastMicros - FirstMicros) / 2),
        CrossingCentre.Strongest => StrongestMicros,
        _ => MeanMicros,
    };
}
