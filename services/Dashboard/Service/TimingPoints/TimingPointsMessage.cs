namespace RaceSystem.Dashboard.Service.TimingPoints;

/// <summary>All timing points of a meet for the page and its script.</summary>
/// <param name="Points">In the meet's order.</param>
/// <param name="Zone">IANA zone that the times of day are in; UTC when the meet's was not to be had.</param>
public sealed record TimingPointsMessage(IReadOnlyList<TimingPointRow> Points, string Zone);
