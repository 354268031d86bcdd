using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Records;

/// <summary>A result as good as a standing record, or better.</summary>
/// <param name="Runner">Of the snapshot.</param>
/// <param name="Time">As shown.</param>
/// <param name="Breaks">Shorter than the record; otherwise it equals it.</param>
public readonly record struct RecordMark(int Runner, Elapsed Time, bool Breaks);
