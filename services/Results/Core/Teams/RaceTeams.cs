using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Teams;

/// <summary>How the teams of a race stand: a function of the snapshot alone. Immutable.</summary>
public sealed class RaceTeams
{
    private RaceTeams(IReadOnlyList<TeamTable> tables) => Tables = tables;

    /// <summary>One for each rule of the race.</summary>
    public IReadOnlyList<TeamTable> Tables { get; }

    /// <summary>The teams of a race; made when first asked for.</summary>
    public static RaceTeams Of(RaceStandings race)
    {
        ArgumentNullException.ThrowIfNull(race);
        return race.Derive(snapshot => new RaceTeams([.. snapshot.Race.Teams.Select(rule =>
            TeamScoring.Score(snapshot, rule, snapshot.Visits.Count > 0 ? snapshot.Visits[^1] : null, runner => snapshot.Visits[^1].RankingTimeOf(runner)!.Value))]));
    }
}
