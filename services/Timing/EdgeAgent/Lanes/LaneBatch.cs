using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>A batch of a lane, with its sequence.</summary>
/// <param name="Batch">What is sent.</param>
/// <param name="Record">The last record in it.</param>
/// <param name="ReadsThrough">Reads of the device up to and with that record.</param>
internal readonly record struct LaneBatch(ReadBatch Batch, long Record, long ReadsThrough);
