using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Meets;

/// <summary>A meet and the snapshot a request is answered from.</summary>
/// <param name="Scorer">Where newer snapshots come from.</param>
/// <param name="Standings">The snapshot.</param>
internal sealed record KnownMeet(MeetScorer Scorer, MeetStandings Standings);
