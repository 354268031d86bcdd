using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Platform.Tests.Grpc;

internal sealed class FaultyTimingService : TimingService.TimingServiceBase
{
    public override async Task<ListTimingPointsResponse> ListTimingPoints(ListTimingPointsRequest request, ServerCallContext context)
    {
        await Fault.ThrowAsync(request.MeetId, context.CancellationToken);
        return new ListTimingPointsResponse();
    }

    public override async Task WatchTimingPoints(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new WatchTimingPointsResponse());
        await Fault.ThrowAsync(request.MeetId, context.CancellationToken);
    }

    public override async Task UploadReads(IAsyncStreamReader<UploadReadsRequest> requestStream, IServerStreamWriter<UploadReadsResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await Fault.ThrowAsync(requestStream.Current.Header.MeetId, context.CancellationToken);
        }
    }
}
