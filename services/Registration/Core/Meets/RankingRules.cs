namespace RaceSystem.Registration.Core.Meets;

/// <summary>How a race is ranked.</summary>
public sealed record RankingRules(RuleProfile Profile, TieRule Ties);
