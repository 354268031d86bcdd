using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// When a runner who was not measured at a visit is likely to have crossed it, told by the neighbouring measured visits and
/// the field's own legs. Never a measurement: it ranks nothing and fills no measured column.
/// </summary>
/// <param name="Time">Most likely.</param>
/// <param name="Low">Early end of the 90 % interval.</param>
/// <param name="High">Late end of the 90 % interval.</param>
public sealed record InferredSplit(Instant Time, Instant Low, Instant High);
