using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

internal sealed class FakeResults(FakeMeet meet) : ResultsService.ResultsServiceBase
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
        if (request.PageToken == "expired")
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "The snapshot is not kept any more."));
        }

        var all = world.Known(request.MeetId).Race(request.RaceId).Standings(request.Filter);
        var from = request.PageToken.Length > 0 ? int.Parse(request.PageToken, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var page = all.Skip(from).Take(request.PageSize).ToList();
        return new GetStandingsResponse { Standings = { page }, TotalCount = all.Count, NextPageToken = from + page.Count < all.Count ? $"{from + page.Count}" : "" };
    }));

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
