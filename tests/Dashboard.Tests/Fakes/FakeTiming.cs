using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

internal sealed class FakeTiming(FakeMeet meet) : TimingService.TimingServiceBase
{
    public override async Task WatchTimingPoints(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var points in meet.WatchAsync("timing", world => world.Known(request.MeetId).Points.Select(point => point.Clone()).ToList(), context.CancellationToken))
        {
            await responseStream.WriteAsync(new WatchTimingPointsResponse { TimingPoints = { points } });
        }
    }
}
