using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>Receives the passings of a key that changed.</summary>
/// <param name="point">Number of the point.</param>
/// <param name="chip">Number of the chip.</param>
/// <param name="passings">All its passings, earliest first; valid during the call.</param>
public delegate void TouchedPassings(int point, int chip, ReadOnlySpan<Passing> passings);
