using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Rules;

/// <summary>
/// A rule profile as results and certificates name it. What a version of a profile does never changes: a change of the
/// ranking is a new version.
/// </summary>
/// <param name="ProfileId">Stable, for example <c>WORLD_ATHLETICS</c>.</param>
/// <param name="Version">Counts the changes of what the profile does, from 1.</param>
/// <param name="Profile">What races name.</param>
/// <param name="Title">For people.</param>
/// <param name="Rules">What is its own, then what holds in every profile.</param>
public sealed record ProfileRules(string ProfileId, int Version, RuleProfile Profile, string Title, IReadOnlyList<RuleText> Rules);
