using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Teams;

/// <summary>The teams of a rule. Immutable.</summary>
/// <param name="Rule">How they score.</param>
/// <param name="Teams">Complete ones by place, then the others by their finishers.</param>
public sealed record TeamTable(TeamRule Rule, IReadOnlyList<TeamStanding> Teams);
