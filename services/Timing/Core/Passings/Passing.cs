namespace RaceSystem.Timing.Core.Passings;

/// <summary>One crossing of a timing point by a chip.</summary>
/// <param name="TimeMicros">Time by the point's rule, microseconds since the Unix epoch, clock offsets applied.</param>
/// <param name="SpanMicros">From the first read to the last.</param>
/// <param name="ReadCount">Distinct reads it was made of.</param>
/// <param name="PeakRssiDbm">Strongest reported signal; 0 when none was reported.</param>
public readonly record struct Passing(long TimeMicros, long SpanMicros, int ReadCount, short PeakRssiDbm);
