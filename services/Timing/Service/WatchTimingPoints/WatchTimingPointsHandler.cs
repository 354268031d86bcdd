using Grpc.Core;
using Microsoft.Extensions.Hosting;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.WatchTimingPoints;

/// <summary>Looks twice a second and tells when something changed, and at least every five seconds.</summary>
internal sealed class WatchTimingPointsHandler(MeetRegistry registry, ResidentMeets meets, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    internal async Task HandleAsync(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responses, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await WatchAsync(request, responses, ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw Stopping.Refusal();
        }
    }

    private async Task WatchAsync(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responses, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var writer = meets.WriterOf(request.MeetId);
        using var timer = new PeriodicTimer(Period, time);
        WatchTimingPointsResponse? told = null;
        var toldAt = time.GetTimestamp();
        do
        {
            var registered = await registry.RequireMeetAsync(request.MeetId, cancellationToken);
            var now = await writer.LookAsync(state => TimingPointStatuses.Of(state, writer.Activity, registered), cancellationToken);
            if (told is null || !now.Equals(told) || time.GetElapsedTime(toldAt) >= LongestSilence)
            {
                await responses.WriteAsync(now, cancellationToken);
                (told, toldAt) = (now, time.GetTimestamp());
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
