namespace RaceSystem.Results.Core.Ranking;

/// <summary>The groups one runner is ranked in besides everyone.</summary>
/// <param name="Sex">Group of the sex; 0: none.</param>
/// <param name="Division">Group of the division; 0: none.</param>
internal readonly record struct RunnerGroups(int Sex, int Division);
