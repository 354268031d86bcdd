using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Relays;

/// <summary>A team on a leg.</summary>
/// <param name="Team">The team's number in the snapshot: an entry is a team.</param>
/// <param name="Time">
/// Difference of the team's times as shown at both ends, so that the legs add up to the team's time; its part of penalties and
/// adjustments included.
/// </param>
/// <param name="Exact">What ranks.</param>
/// <param name="Place">On the leg.</param>
public readonly record struct RelayLegTime(int Team, Elapsed Time, Elapsed Exact, int Place);
