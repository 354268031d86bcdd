using Grpc.Core;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.WatchTimingPoints;

/// <summary>Streams the state of every timing point.</summary>
internal sealed class WatchTimingPointsHandler(BoardStream stream)
{
    internal Task HandleAsync(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responses, CancellationToken cancellationToken) =>
        stream.RunAsync(request.MeetId, view => view.Points, responses, cancellationToken);
}
