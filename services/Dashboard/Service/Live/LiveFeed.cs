using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>
/// One subscription at the owner of the data, kept open for all who look at it: it folds fast changes into one event an
/// interval, opens a lost subscription again with growing pauses, and says since when it is stale meanwhile.
/// </summary>
public sealed class LiveFeed<TKey, TState>(TKey key, ILiveSource<TKey, TState> source, LiveOptions options, TimeProvider time, ILogger logger)
    : ILiveFeed, IAsyncDisposable
    where TKey : notnull
    where TState : class
{
    private readonly Lock _gate = new();
    private readonly HashSet<LiveViewer> _viewers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TState? _state;
    private LiveEvent? _whole;
    private DateTimeOffset? _staleSince;
    private RefusalException? _refusal;
    private Task _running = Task.CompletedTask;

    /// <summary>What is watched.</summary>
    public TKey Key => key;

    /// <summary>Pages and viewers that hold the feed; counted by the hub under its lock.</summary>
    internal int Holders { get; set; }

    /// <summary>Closes the feed after its last holder left; the hub's, under its lock.</summary>
    internal ITimer? Closing { get; set; }

    /// <summary>Whether the owner ever answered.</summary>
    internal bool HasState
    {
        get
        {
            lock (_gate)
            {
                return _state is not null;
            }
        }
    }

    /// <summary>Opens the subscription.</summary>
    public void Start()
    {
        DashboardTelemetry.Subscriptions.Add(1, DashboardTelemetry.Service(source.Service));
        _running = Task.WhenAll(RunAsync(_stop.Token), BeatAsync(_stop.Token));
    }

    /// <summary>Waits for the first state.</summary>
    /// <exception cref="RefusalException">The owner refuses it, or is away.</exception>
    public async Task<LiveView<TState>> CurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _first.Task.WaitAsync(options.FirstState, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw ServiceCall.Away(source.Service);
        }

        lock (_gate)
        {
            return _state is not null ? new LiveView<TState>(_state, _staleSince) : throw _refusal ?? ServiceCall.Away(source.Service);
        }
    }

    /// <summary>Sends all further events to the viewer.</summary>
    public void Join(LiveViewer viewer)
    {
        viewer.Joined(this);
        lock (_gate)
        {
            _viewers.Add(viewer);
        }
    }

    /// <inheritdoc/>
    public void Leave(LiveViewer viewer)
    {
        lock (_gate)
        {
            _viewers.Remove(viewer);
        }

        Left?.Invoke(this);
    }

    /// <summary>Tells the hub that a viewer left.</summary>
    internal Action<LiveFeed<TKey, TState>>? Left { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<LiveEvent> Present()
    {
        lock (_gate)
        {
            var events = new List<LiveEvent>(2);
            if (_state is not null)
            {
                events.Add(_whole ??= source.Whole(_state));
            }

            events.Add(LiveStatus.Event(source.Service, _staleSince));
            return events;
        }
    }

    /// <summary>Closes the subscription.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        DashboardTelemetry.Subscriptions.Add(-1, DashboardTelemetry.Service(source.Service));
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(() => failures = 0, cancellationToken);
                Lost(null);
            }
            catch (Exception failure)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return; // closed; however the call ended does not matter any more
                }

                Tell(failure);
                Lost(ServiceCall.Explains(failure, source.Service) ?? ServiceCall.Away(source.Service));
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

    private async Task FollowAsync(Action arrived, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var latest = Channel.CreateBounded<TState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var reading = PumpAsync(latest.Writer, attempt.Token);
        try
        {
            await foreach (var next in latest.Reader.ReadAllAsync(cancellationToken))
            {
                arrived();
                Publish(next);
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

    private void Publish(TState next)
    {
        lock (_gate)
        {
            var change = _state is null ? source.Whole(next) : source.Change(_state, next);
            var back = _staleSince is not null;
            (_state, _whole, _staleSince, _refusal) = (next, change is null ? _whole : null, null, null);
            if (change is not null)
            {
                Send(change);
            }

            if (back)
            {
                Send(LiveStatus.Event(source.Service, null));
            }
        }

        _first.TrySetResult();
    }

    private void Lost(RefusalException? why)
    {
        DashboardTelemetry.Losses.Add(1, DashboardTelemetry.Service(source.Service));
        lock (_gate)
        {
            _refusal = why;
            if (_staleSince is null)
            {
                _staleSince = time.GetUtcNow();
                Send(LiveStatus.Event(source.Service, _staleSince));
            }
        }

        _first.TrySetResult();
    }

    private void Send(LiveEvent next)
    {
        foreach (var viewer in _viewers)
        {
            viewer.Offer(next);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                lock (_gate)
                {
                    Send(LiveStatus.Heartbeat);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return; // closed
        }
    }

    private async Task PauseAsync(int failures, CancellationToken cancellationToken)
    {
        var pause = Math.Min(options.RetryUpTo.TotalSeconds, options.RetryFrom.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 16)));
        await Task.Delay(TimeSpan.FromSeconds(pause), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
