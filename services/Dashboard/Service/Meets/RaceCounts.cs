namespace RaceSystem.Dashboard.Service.Meets;

/// <summary>How far a race is, in runners.</summary>
public sealed record RaceCounts(string Race, int Entries, int Started, int OnCourse, int Finished, int Out);
