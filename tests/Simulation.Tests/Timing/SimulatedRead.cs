namespace RaceSystem.Simulation.Tests.Timing;

/// <summary>A read as a simulated device makes it.</summary>
internal readonly record struct SimulatedRead(string Chip, long TimeMicros, short Rssi);
