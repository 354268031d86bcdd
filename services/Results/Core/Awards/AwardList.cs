using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Awards;

/// <summary>The winners of an award, or of one of its divisions. Immutable.</summary>
/// <param name="Rule">The award.</param>
/// <param name="DivisionId">The division; empty: the whole race.</param>
/// <param name="Sex">Runners of this sex only; unknown: any.</param>
/// <param name="Winners">By place; fewer than the rule's depth while nobody else qualified.</param>
/// <param name="PassedOver">Runners before the last winner who have another award.</param>
public sealed record AwardList(AwardRule Rule, string DivisionId, Sex Sex, IReadOnlyList<AwardWinner> Winners, IReadOnlyList<PassedOver> PassedOver);
