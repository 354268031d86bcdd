namespace RaceSystem.Results.Core.Standings;

/// <summary>
/// Marks what is derived of a race's snapshot by course, crossings by runner number, and first gun alone, whatever else the
/// snapshot says: the next snapshot may take it over (<see cref="RaceStandings.TakeOver"/>).
/// </summary>
internal interface IOfCrossings;
