using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Awards;

/// <summary>A list of winners that is another one in a later snapshot of the race. Immutable.</summary>
/// <param name="AwardId">The award.</param>
/// <param name="DivisionId">The division; empty: the whole race.</param>
/// <param name="Sex">Runners of this sex only; unknown: any.</param>
/// <param name="Before">Winners before, by place.</param>
/// <param name="After">Winners after.</param>
public sealed record AwardChange(string AwardId, string DivisionId, Sex Sex, IReadOnlyList<(int Place, Entry Winner)> Before, IReadOnlyList<(int Place, Entry Winner)> After);
