using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>What a scenario would change. Immutable.</summary>
/// <param name="Before">The standings as they are.</param>
/// <param name="After">The standings as they would be.</param>
/// <param name="Races">What differs in each race, in the order of the meet; races without a difference are there too.</param>
public sealed record ScenarioOutcome(MeetStandings Before, MeetStandings After, IReadOnlyList<RaceDiff> Races);
