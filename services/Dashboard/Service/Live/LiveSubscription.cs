using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>
/// A subscription at the owner of the data that does not end: fast changes are folded into one an interval, and what is lost is
/// opened again with growing pauses.
/// </summary>
internal sealed class LiveSubscription<TKey, TState>(TKey key, ILiveSource<TKey, TState> source, LiveOptions options, TimeProvider time, ILogger logger)
    where TKey : notnull
    where TState : class
{
    /// <summary>Follows until it is cancelled.</summary>
    /// <param name="arrived">Told of each state.</param>
    /// <param name="lost">Told of each end, with the refusal where it was one.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public async Task RunAsync(Action<TState> arrived, Action<RefusalException?> lost, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(
                    state =>
                    {
                        failures = 0;
                        arrived(state);
                    },
                    cancellationToken);
                lost(null);
            }
            catch (Exception failure)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return; // closed; however the call ended does not matter any more
                }

                Tell(failure);
                lost(ServiceCall.Explains(failure, source.Service) ?? ServiceCall.Away(source.Service));
            }

            failures++;
            await PauseAsync(failures, cancellationToken);
        }
    }

    private void Tell(Exception failure)
    {
        // A service that is away or has not heard of the meet yet is no fault of ours: a line, not a stack.
        if (failure is RefusalException or RpcException)
        {
            LogMessages.FeedWaits(logger, source.Service, $"{key}", failure.Message);
        }
        else
        {
            LogMessages.FeedLost(logger, source.Service, $"{key}", failure);
        }
    }

    private async Task FollowAsync(Action<TState> arrived, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var latest = Channel.CreateBounded<TState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var reading = PumpAsync(latest.Writer, attempt.Token);
        try
        {
            await foreach (var next in latest.Reader.ReadAllAsync(cancellationToken))
            {
                arrived(next);
                await Task.Delay(options.Interval, time, cancellationToken);
            }
        }
        finally
        {
            await attempt.CancelAsync();
            await reading;
        }
    }

    private async Task PumpAsync(ChannelWriter<TState> latest, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var next in source.ReadAsync(key, cancellationToken))
            {
                await latest.WriteAsync(next, cancellationToken);
            }

            latest.Complete();
        }
        catch (Exception failure)
        {
            latest.TryComplete(failure); // thrown on to who reads the channel
        }
    }

    private async Task PauseAsync(int failures, CancellationToken cancellationToken)
    {
        var pause = Math.Min(options.RetryUpTo.TotalSeconds, options.RetryFrom.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 16)));
        await Task.Delay(TimeSpan.FromSeconds(pause), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
