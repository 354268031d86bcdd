using Microsoft.Extensions.Logging;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>
/// One subscription at the owner of the data, kept open for all who look at it: what it says goes to them as events, and while
/// it is lost they are told since when the state is stale.
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
        _running = Task.WhenAll(new LiveSubscription<TKey, TState>(key, source, options, time, logger).RunAsync(Publish, Lost, _stop.Token), BeatAsync(_stop.Token));
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
}
