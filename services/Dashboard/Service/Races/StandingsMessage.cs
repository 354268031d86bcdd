namespace RaceSystem.Dashboard.Service.Races;

/// <summary>What the page's script gets.</summary>
/// <param name="Whole">True: these are all rows; false: a change.</param>
/// <param name="Total">Ranked runners in the view.</param>
/// <param name="Rows">All rows in order, or those that are new or differ.</param>
/// <param name="Removed">Keys of rows that left.</param>
/// <param name="Order">Keys in their new order; null when it did not change.</param>
public sealed record StandingsMessage(
    bool Whole, int Total, IReadOnlyList<StandingRow> Rows, IReadOnlyList<string> Removed, IReadOnlyList<string>? Order);
