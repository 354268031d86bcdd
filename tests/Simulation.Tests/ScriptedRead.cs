namespace RaceSystem.Simulation.Tests;

/// <summary>One raw read of the simulation.</summary>
/// <param name="PointId">Where.</param>
/// <param name="Chip">Whose.</param>
/// <param name="DeviceId">By which reader.</param>
/// <param name="TimeMicros">By the reader's own clock.</param>
/// <param name="RssiDbm">Signal strength.</param>
internal sealed record ScriptedRead(string PointId, string Chip, string DeviceId, long TimeMicros, short RssiDbm);
