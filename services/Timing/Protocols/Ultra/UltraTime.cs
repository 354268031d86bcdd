using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>Local time of a box, with its date or, in some files, without.</summary>
/// <param name="Micros">As <see cref="WallTime"/>; microseconds since midnight without a date.</param>
/// <param name="HasDate">Which of the two.</param>
internal readonly record struct UltraTime(long Micros, bool HasDate)
{
    /// <summary>The moment; false with what is wrong otherwise.</summary>
    public bool TryResolve(DeviceTimes times, out long micros, out string problem) =>
        HasDate ? WallTime.TryResolve(times, Micros, out micros, out problem) : times.TryTimeOfDay(Micros, out micros, out problem);
}
