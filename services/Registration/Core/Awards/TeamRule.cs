using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Awards;

/// <summary>How runners score together.</summary>
/// <param name="AttributeKey">For <see cref="TeamKey.Attribute"/>.</param>
/// <param name="Scorers">Runners whose results count.</param>
/// <param name="Displacers">Further runners who push back others' places.</param>
/// <param name="MaxTeams">Teams that a key may have.</param>
public sealed record TeamRule(
    string TeamRuleId,
    string DisplayName,
    TeamKey Key,
    string AttributeKey,
    Sex Sex,
    int Scorers,
    int Displacers,
    TeamScore Score,
    int MaxTeams);
