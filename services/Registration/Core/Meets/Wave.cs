using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core.Meets;

/// <summary>Runners with a gun of their own.</summary>
/// <param name="PlannedStart">As announced; the gun that counts is recorded in Timing.</param>
public sealed record Wave(string WaveId, string DisplayName, Instant? PlannedStart);
