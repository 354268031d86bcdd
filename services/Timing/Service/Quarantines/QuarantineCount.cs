namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>Reads of a quarantine, counted chip by chip.</summary>
/// <param name="ReadCount">Distinct reads.</param>
/// <param name="ChipCount">Different chips.</param>
/// <param name="FirstMicros">First device time; 0 before the first read.</param>
/// <param name="LastMicros">Last device time.</param>
/// <param name="LastChip">The chip counted last, numbered from 1.</param>
internal readonly record struct QuarantineCount(long ReadCount, int ChipCount, long FirstMicros, long LastMicros, int LastChip)
{
    internal QuarantineCount With(int chip, long micros) => ReadCount == 0
        ? new QuarantineCount(1, 1, micros, micros, chip + 1)
        : new QuarantineCount(
            ReadCount + 1, ChipCount + (chip + 1 == LastChip ? 0 : 1), Math.Min(FirstMicros, micros), Math.Max(LastMicros, micros), chip + 1);
}
