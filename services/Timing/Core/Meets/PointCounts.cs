using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>Counts of one timing point.</summary>
/// <param name="ReadCount">Distinct reads.</param>
/// <param name="PassingCount">Passings of all chips.</param>
/// <param name="ChipCount">Chips read there.</param>
/// <param name="LastReadMicros">Latest corrected read time; 0 before the first.</param>
/// <param name="Readers">Which devices read the passings.</param>
public readonly record struct PointCounts(long ReadCount, long PassingCount, int ChipCount, long LastReadMicros, PassingReaders Readers);
