using RaceSystem.Kernel;
using RaceSystem.Results.Core.Live;
using RaceSystem.Results.Core.Live.Prediction;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using LiveGroup = RaceSystem.Results.V1.LiveGroup;
using LiveGroupKind = RaceSystem.Results.V1.LiveGroupKind;
using LiveRunner = RaceSystem.Results.V1.LiveRunner;

namespace RaceSystem.Results.Service.GetLiveRace;

/// <summary>What an announcer looks at while a race is on.</summary>
internal sealed class GetLiveRaceHandler(KnownMeets meets)
{
    private const int DefaultTop = 3;
    private const int MaxGroups = 500;
    private const int MaxTeams = 10;

    public async Task<GetLiveRaceResponse> HandleAsync(GetLiveRaceRequest request, CancellationToken cancellationToken)
    {
        if (request.Top is < 0 or > LiveTable.MaxLeaders)
        {
            throw RefusalException.Invalid("TOP_INVALID", "top", $"must be 0 (for {DefaultTop}) to {LiveTable.MaxLeaders}.");
        }

        var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var response = new GetLiveRaceResponse { SnapshotVersion = meet.Standings.Version };
        var visit = VisitOf(race, request.SplitId);
        if (race.Visits.Count == 0)
        {
            return response;
        }

        var top = request.Top == 0 ? DefaultTop : request.Top;
        var moves = RaceMoves.Of(race);
        response.Groups.AddRange(LiveTable.Of(race, visit).Groups.Take(MaxGroups).Select(group => GroupOf(race, group, moves, top)));
        var (up, down) = moves.Most(visit, top);
        response.Gained.AddRange(up.Select(runner => MoverOf(race, runner, visit, moves)));
        response.Lost.AddRange(down.Select(runner => MoverOf(race, runner, visit, moves)));
        response.ProjectedTeams.AddRange(race.Race.Teams.Count == 0 ? [] : ProjectedFinish.Of(race).Teams.Value.Select(table => TeamsOf(race, table)));
        return response;
    }

    private static int? VisitOf(RaceStandings race, string splitId)
    {
        if (splitId.Length == 0)
        {
            return null;
        }

        var visit = race.Race.FindVisit(splitId);
        return visit >= 0 && visit < race.Visits.Count ? visit : throw RefusalException.NotFound("SPLIT_UNKNOWN", $"There is no split '{splitId}' in race '{race.Race.RaceId}'.");
    }

    private static LiveGroup GroupOf(RaceStandings race, Core.Live.LiveGroup group, RaceMoves moves, int top)
    {
        var message = new LiveGroup { Kind = (LiveGroupKind)((int)group.Kind + 1), Key = group.Key, Sex = StandingRows.SexOf(group.Sex), RankedCount = group.Count };
        foreach (var leader in group.Leaders.Take(top))
        {
            var row = RowOf(race, leader.Runner, leader.Visit, moves);
            row.Place = leader.Place;
            row.GapToLeader = leader.Behind is { } behind ? FinishRows.ToDuration(behind) : null;
            row.GapToNext = leader.BehindNext is { } next ? FinishRows.ToDuration(next) : null;
            message.Leaders.Add(row);
        }

        return message;
    }

    private static LiveRunner MoverOf(RaceStandings race, int runner, int? visit, RaceMoves moves)
    {
        var row = RowOf(race, runner, visit ?? race.LastVisitOf(runner), moves);
        row.Place = row.Standing.Places.Overall;
        return row;
    }

    private static LiveRunner RowOf(RaceStandings race, int runner, int visit, RaceMoves moves)
    {
        var row = new LiveRunner { Standing = StandingRows.Of(race, runner, visit, race.Visits[visit].PlacesOf(runner)), SplitId = race.Race.Visits[visit].SplitId };
        if (moves.Gained(runner, visit) is { } gained)
        {
            row.PlacesGained = gained;
        }

        return row;
    }

    private static ProjectedTeams TeamsOf(RaceStandings race, Core.Teams.TeamTable table)
    {
        var message = new ProjectedTeams { TeamRuleId = table.Rule.TeamRuleId, DisplayName = table.Rule.DisplayName };
        message.Teams.AddRange(table.Teams.Take(MaxTeams).Select(team => TeamRows.Of(race, team)));
        return message;
    }
}
