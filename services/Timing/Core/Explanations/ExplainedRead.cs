using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Explanations;

/// <summary>A read and what became of it.</summary>
/// <param name="Read">As the device made it.</param>
/// <param name="TimeMicros">Its true time.</param>
/// <param name="Crossing">Index of its crossing; -1 for a held read.</param>
/// <param name="Disposition">What became of it.</param>
/// <param name="QuarantineId">What holds it; empty when nothing does.</param>
public readonly record struct ExplainedRead(Read Read, long TimeMicros, int Crossing, ReadDisposition Disposition, string QuarantineId);
