namespace RaceSystem.Results.Core.Scenarios;

/// <summary>Runners of a race by what differs; one runner may count in several.</summary>
/// <param name="Changed">Anything differs, at any split.</param>
/// <param name="Status">Another status, runners who joined or left not counted.</param>
/// <param name="Time">Another exact time at the finish.</param>
/// <param name="Place">Another place overall, by sex or by division at the finish.</param>
/// <param name="Joined">Not in the race before.</param>
/// <param name="Left">Not in the race afterwards.</param>
public readonly record struct DiffCounts(int Changed, int Status, int Time, int Place, int Joined, int Left);
