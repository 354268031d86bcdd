namespace RaceSystem.Timing.Tests.Service.Operations;

/// <summary>A read of a simulated race, before anything goes wrong with it.</summary>
/// <param name="RaceMicros">When it is made, since the first gun.</param>
internal readonly record struct SimulatedDetection(long RaceMicros, string Device, string Point, string Chip);
