using Grpc.Core;
using Microsoft.Extensions.Hosting;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.WatchStandings;

/// <summary>
/// Streams the top of a standing: first whole, then what changed. Nothing is queued for a slow consumer: when its
/// connection takes the next message, it gets the difference to the newest snapshot.
/// </summary>
internal sealed class WatchStandingsHandler(KnownMeets meets, IHostApplicationLifetime lifetime)
{
    private const int DefaultTop = 50;
    private const int MaxTop = 1_000;

    public async Task HandleAsync(WatchStandingsRequest request, IServerStreamWriter<WatchStandingsResponse> stream, CancellationToken cancellationToken)
    {
        var top = PageSize.Require(request.Top, DefaultTop, MaxTop);
        var view = new StandingsView(request.Filter);
        var (meet, race) = await meets.RequireRaceAsync(request.MeetId, request.RaceId, cancellationToken);
        view.Require(race.Race);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        ResultsTelemetry.Watchers.Add(1);
        try
        {
            await FollowAsync(meet, race, new WatchedRows(view, top), stream, ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RefusalException(RefusalKind.Unavailable, "SERVICE_STOPPING", "This instance of Results stops: watch again, another one or the next start answers.");
        }
        finally
        {
            ResultsTelemetry.Watchers.Add(-1);
        }
    }

    private static async Task FollowAsync(KnownMeet meet, RaceStandings first, WatchedRows rows, IServerStreamWriter<WatchStandingsResponse> stream, CancellationToken cancellationToken)
    {
        var standings = meet.Standings;
        await stream.WriteAsync(new WatchStandingsResponse { Snapshot = rows.Begin(first, standings.Version) }, cancellationToken);
        var shown = first;
        while (true)
        {
            standings = await meet.Scorer.Snapshots.NextAsync(standings.Version, cancellationToken);
            if (standings.Find(first.Race.RaceId) is { } race && !ReferenceEquals(race, shown))
            {
                shown = race;
                if (rows.Change(race, standings.Version) is { } change)
                {
                    await stream.WriteAsync(new WatchStandingsResponse { Change = change }, cancellationToken);
                }
            }
        }
    }
}
