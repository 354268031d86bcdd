namespace RaceSystem.Results.Core.Relays;

/// <summary>All teams that were measured at both ends of a leg. Immutable.</summary>
/// <param name="Leg">The leg.</param>
/// <param name="Times">Best first.</param>
public sealed record RelayLegStandings(RelayLeg Leg, IReadOnlyList<RelayLegTime> Times);
