namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>The groups of a race at one point, in the order of the page.</summary>
public sealed record LeadersState(IReadOnlyList<LeaderGroup> Groups);
