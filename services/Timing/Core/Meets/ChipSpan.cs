using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>The passings of a chip at a point in short, as last settled.</summary>
/// <param name="Count">How many; 0 when there is none.</param>
/// <param name="FirstMicros">Time of the earliest.</param>
/// <param name="LastMicros">Time of the latest.</param>
public readonly record struct ChipSpan(int Count, long FirstMicros, long LastMicros)
{
    /// <summary>Of passings, earliest first.</summary>
    internal static ChipSpan Of(ReadOnlySpan<Passing> passings) =>
        passings.IsEmpty ? default : new ChipSpan(passings.Length, passings[0].TimeMicros, passings[^1].TimeMicros);
}
