using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>Looks at a board twice a second and tells when something changed, and at least every five seconds.</summary>
internal sealed class BoardStream(MeetBoards boards, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    /// <summary>Streams a part of the view until the caller leaves or the host stops.</summary>
    internal async Task RunAsync<T>(string meetId, Func<BoardView, T> part, IServerStreamWriter<T> responses, CancellationToken cancellationToken)
        where T : class
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await WatchAsync(await boards.BoardOfAsync(meetId, ending.Token), part, responses, ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw Stopping.Refusal();
        }
    }

    private async Task WatchAsync<T>(MeetBoard board, Func<BoardView, T> part, IServerStreamWriter<T> responses, CancellationToken cancellationToken)
        where T : class
    {
        using var timer = new PeriodicTimer(Period, time);
        T? told = null;
        var toldAt = time.GetTimestamp();
        do
        {
            var now = part(await board.CurrentAsync(cancellationToken));
            if (told is null || !now.Equals(told) || time.GetElapsedTime(toldAt) >= LongestSilence)
            {
                await responses.WriteAsync(now, cancellationToken);
                (told, toldAt) = (now, time.GetTimestamp());
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
