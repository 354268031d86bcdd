using Grpc.Core;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.StreamResults;

/// <summary>Every runner of one snapshot: ranked ones by place, then the others by bib.</summary>
internal sealed class StreamResultsHandler(KnownMeets meets)
{
    private const int MaxResults = 500;

    /// <summary>Keeps a message far below gRPC's 4 MiB on courses with many splits.</summary>
    private const int MaxSplits = 10_000;

    public async Task HandleAsync(StreamResultsRequest request, IServerStreamWriter<StreamResultsResponse> stream, CancellationToken cancellationToken)
    {
        IReadOnlyList<RaceStandings> races;
        long version;
        if (request.RaceId.Length == 0)
        {
            var standings = (await meets.RequireAsync(request.MeetId, cancellationToken)).Standings;
            (races, version) = (standings.Races, standings.Version);
        }
        else
        {
            var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
            (races, version) = ([race], meet.Standings.Version);
        }

        foreach (var race in races)
        {
            var size = Math.Clamp(MaxSplits / Math.Max(race.Visits.Count, 1), 1, MaxResults);
            foreach (var chunk in race.RunnersInOrder().Chunk(size))
            {
                var message = new StreamResultsResponse { SnapshotVersion = version };
                message.Results.AddRange(chunk.Select(runner => StandingRows.ResultOf(race, runner)));
                await stream.WriteAsync(message, cancellationToken);
            }
        }
    }
}
