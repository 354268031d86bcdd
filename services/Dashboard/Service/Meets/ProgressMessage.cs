namespace RaceSystem.Dashboard.Service.Meets;

/// <summary>Counts of a meet's races for the page's script.</summary>
public sealed record ProgressMessage(IReadOnlyList<RaceCounts> Races);
