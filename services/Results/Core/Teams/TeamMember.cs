using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Teams;

/// <summary>A runner of a team.</summary>
/// <param name="Runner">Of the snapshot.</param>
/// <param name="Scores">Counts for the team; the others are displacers.</param>
/// <param name="Place">Among the runners of all complete teams; 0: the team is not complete.</param>
/// <param name="Time">As shown.</param>
public readonly record struct TeamMember(int Runner, bool Scores, int Place, Elapsed Time);
