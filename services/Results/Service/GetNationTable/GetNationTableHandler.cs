using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.GetNationTable;

/// <summary>The countries of a race.</summary>
internal sealed class GetNationTableHandler(KnownMeets meets)
{
    /// <summary>Countries in one answer: there are about 210, the rest are slips of the pen.</summary>
    private const int MaxNations = 1_000;

    public async Task<GetNationTableResponse> HandleAsync(GetNationTableRequest request, CancellationToken cancellationToken)
    {
        var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        var response = new GetNationTableResponse { SnapshotVersion = meet.Standings.Version };
        response.Nations.AddRange(NationTable.Of(race).Nations.Take(MaxNations).Select(nation => Of(race, nation)));
        return response;
    }

    private static V1.NationStanding Of(RaceStandings race, Core.Nations.NationStanding nation) => new()
    {
        Country = nation.Country,
        EntryCount = nation.Entered,
        StartedCount = nation.Started,
        FinishedCount = nation.Finished,
        FirstPlaces = nation.Firsts,
        SecondPlaces = nation.Seconds,
        ThirdPlaces = nation.Thirds,
        BestMan = nation.BestMan < 0 ? null : FinishRows.Of(race, nation.BestMan),
        BestWoman = nation.BestWoman < 0 ? null : FinishRows.Of(race, nation.BestWoman),
    };
}
