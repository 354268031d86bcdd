namespace RaceSystem.Dashboard.Service.TimingPoints;

/// <summary>All timing points of a meet for the page and its script.</summary>
public sealed record TimingPointsMessage(IReadOnlyList<TimingPointRow> Points);
