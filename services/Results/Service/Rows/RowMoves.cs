using RaceSystem.Kernel;
using RaceSystem.Results.Core.Live;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Rows;

/// <summary>What a row of a standing tells of the race for the lead.</summary>
internal sealed class RowMoves(RaceStandings race, int leader)
{
    private readonly RaceMoves _moves = RaceMoves.Of(race);

    /// <summary>Adds gap and moves at the row's visit.</summary>
    public void AddTo(Standing row, int runner, int visit)
    {
        if (ShownAt(runner, visit) is { } own && ShownAt(leader, visit) is { } first)
        {
            row.GapToLeader = FinishRows.ToDuration(own - first);
        }

        if (_moves.Gained(runner, visit) is { } gained)
        {
            row.PlacesGained = gained;
        }
    }

    private Elapsed? ShownAt(int runner, int visit) =>
        race.Visits[visit].RankingTimeOf(runner) is { } exact ? race.Race.Resolution.Shown(exact) : null;
}
