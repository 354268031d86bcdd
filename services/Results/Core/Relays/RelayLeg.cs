namespace RaceSystem.Results.Core.Relays;

/// <summary>A stretch of a relay that one runner of each team runs.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="From">Visit where it begins.</param>
/// <param name="To">Visit where it ends.</param>
/// <param name="DistanceM">Its length.</param>
public readonly record struct RelayLeg(int Number, int From, int To, long DistanceM);
