using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

internal sealed partial class FakeResults(FakeMeet meet) : ResultsService.ResultsServiceBase
{
    public override Task<GetMeetProgressResponse> GetMeetProgress(GetMeetProgressRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        var known = world.Known(request.MeetId).Registered;
        var answer = new GetMeetProgressResponse { MeetId = known.MeetId, DisplayName = known.DisplayName, TimeZone = known.TimeZone, RaceDay = known.RaceDay };
        answer.Races.Add(world.Races.Select(race => race.Progress()));
        return answer;
    }));

    public override Task<GetParticipantResultResponse> GetParticipantResult(GetParticipantResultRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
        world.Known(request.MeetId).Races.SelectMany(race => race.Runners.Where(runner => runner.Bib == request.Bib).Select(race.Result)).FirstOrDefault() is { } result
            ? new GetParticipantResultResponse { Result = result }
            : throw new RpcException(new Status(StatusCode.NotFound, $"There is no runner with bib {request.Bib} in this meet."))));

    public override Task<GetStandingsResponse> GetStandings(GetStandingsRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        var all = world.Known(request.MeetId).Race(request.RaceId).Standings(request.Filter);
        var page = Page(all, request.PageToken, request.PageSize, out var next);
        return new GetStandingsResponse { Standings = { page }, TotalCount = all.Count, NextPageToken = next };
    }));

    public override Task<ListPredictionsResponse> ListPredictions(ListPredictionsRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        world.Asked("predictions");
        return new ListPredictionsResponse { Predictions = { world.Known(request.MeetId).Race(request.RaceId).Predictions(request.Bibs) } };
    }));

    public override Task<GetLiveRaceResponse> GetLiveRace(GetLiveRaceRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        world.Asked("live");
        return world.Known(request.MeetId).Race(request.RaceId).Live(request.SplitId);
    }));

    public override Task<GetNationTableResponse> GetNationTable(GetNationTableRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        world.Asked("nations");
        return new GetNationTableResponse { Nations = { world.Known(request.MeetId).Race(request.RaceId).Nations } };
    }));

    public override Task<GetAwardsResponse> GetAwards(GetAwardsRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        var awards = world.Known(request.MeetId).Race(request.RaceId).Awards;
        return awards is null
            ? throw new RpcException(new Status(StatusCode.ResourceExhausted, "More than 10000 runners are on these lists."))
            : new GetAwardsResponse { Awards = { awards.Awards.Where(list => request.AwardId.Length == 0 || list.AwardId == request.AwardId) }, Records = { awards.Records } };
    }));

    public override Task<ListTeamStandingsResponse> ListTeamStandings(ListTeamStandingsRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        var page = Page(world.Known(request.MeetId).Race(request.RaceId).Teams, request.PageToken, request.PageSize, out var next);
        return new ListTeamStandingsResponse { Teams = { page }, NextPageToken = next, TotalCount = world.Race(request.RaceId).Teams.Count };
    }));

    public override Task<ListRelayLegsResponse> ListRelayLegs(ListRelayLegsRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("results", world =>
    {
        var rows = world.Known(request.MeetId).Race(request.RaceId).Legs.Where(row => row.Leg.Number == request.Leg).ToList();
        var page = Page(rows, request.PageToken, request.PageSize, out var next);
        return new ListRelayLegsResponse { Rows = { page }, NextPageToken = next, TotalCount = rows.Count, LegCount = 2 };
    }));

    private static List<T> Page<T>(IReadOnlyList<T> all, string token, int size, out string next)
    {
        if (token == "expired")
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "The snapshot is not kept any more."));
        }

        var from = token.Length > 0 ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        next = from + size < all.Count ? $"{from + size}" : "";
        return [.. all.Skip(from).Take(size)];
    }

    public override async Task WatchStandings(WatchStandingsRequest request, IServerStreamWriter<WatchStandingsResponse> responseStream, ServerCallContext context)
    {
        meet.Opened();
        try
        {
            Dictionary<string, Standing>? sent = null;
            await foreach (var (all, total) in meet.WatchAsync("results", world => Top(world, request), context.CancellationToken))
            {
                var message = sent is null
                    ? new WatchStandingsResponse { Snapshot = new StandingsSnapshot { Standings = { all }, TotalCount = total } }
                    : new WatchStandingsResponse { Change = Between(sent, all, total) };
                sent = all.ToDictionary(row => row.EntryId);
                await responseStream.WriteAsync(message);
            }
        }
        finally
        {
            meet.Closed();
        }
    }

    private static (IReadOnlyList<Standing> Rows, int Total) Top(FakeMeet world, WatchStandingsRequest request)
    {
        var all = world.Known(request.MeetId).Race(request.RaceId).Standings(request.Filter);
        return ([.. all.Take(request.Top)], all.Count);
    }

    private static StandingsChange Between(Dictionary<string, Standing> sent, IReadOnlyList<Standing> rows, int total)
    {
        var change = new StandingsChange { TotalCount = total };
        change.Changed.Add(rows.Where(row => !sent.TryGetValue(row.EntryId, out var old) || !old.Equals(row)));
        change.RemovedEntryIds.Add(sent.Keys.Except(rows.Select(row => row.EntryId)));
        return change;
    }
}
