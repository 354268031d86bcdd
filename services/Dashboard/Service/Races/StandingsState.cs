namespace RaceSystem.Dashboard.Service.Races;

/// <summary>The top of a standing.</summary>
/// <param name="Rows">From the top, in order.</param>
/// <param name="Total">Ranked runners in the view, beyond the top too.</param>
public sealed record StandingsState(IReadOnlyList<StandingRow> Rows, int Total);
