using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Standings;

/// <summary>The entries of a race as of a snapshot, by runner. Immutable.</summary>
internal sealed record RosterFacts(Entry[] Entries, int[] Waves, RuleProfile[] Profiles, RankGroups Groups);
