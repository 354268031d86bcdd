using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>
/// The feeds of one kind: at most one a key, however many look at it. A feed opens with its first holder and closes a
/// little after its last one. Safe to share between threads.
/// </summary>
public sealed class LiveHub<TKey, TState>(
    ILiveSource<TKey, TState> source, IOptions<LiveOptions> options, TimeProvider time, ILogger<LiveHub<TKey, TState>> logger) : IAsyncDisposable
    where TKey : notnull
    where TState : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LiveFeed<TKey, TState>> _feeds = [];
    private readonly HashSet<Task> _closing = [];
    private readonly LiveOptions _options = options.Value;

    /// <summary>Subscriptions open now.</summary>
    public int FeedCount
    {
        get
        {
            lock (_gate)
            {
                return _feeds.Count;
            }
        }
    }

    /// <summary>The newest state, opening the subscription when there is none.</summary>
    /// <exception cref="RefusalException">The owner refuses it or is away.</exception>
    public async Task<LiveView<TState>> CurrentAsync(TKey key, CancellationToken cancellationToken)
    {
        var feed = Hold(key);
        try
        {
            return await feed.CurrentAsync(cancellationToken);
        }
        finally
        {
            Release(feed);
        }
    }

    /// <summary>Sends the feed's events to the viewer until the viewer is disposed.</summary>
    public void Join(TKey key, LiveViewer viewer) => Hold(key).Join(viewer);

    /// <summary>Closes all feeds.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] rest;
        lock (_gate)
        {
            foreach (var feed in _feeds.Values)
            {
                Close(feed);
            }

            _feeds.Clear();
            rest = [.. _closing];
        }

        await Task.WhenAll(rest);
    }

    private LiveFeed<TKey, TState> Hold(TKey key)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(key, out var feed))
            {
                if (_feeds.Count >= _options.MaxFeeds)
                {
                    throw new RefusalException(RefusalKind.ResourceExhausted, "DASHBOARD_BUSY", "Too many different pages are watched at the moment. Please try again in a minute.");
                }

                feed = new LiveFeed<TKey, TState>(key, source, _options, time, logger) { Left = Release };
                _feeds.Add(key, feed);
                feed.Start();
            }

            feed.Holders++;
            feed.Closing?.Dispose();
            feed.Closing = null;
            return feed;
        }
    }

    private void Release(LiveFeed<TKey, TState> feed)
    {
        lock (_gate)
        {
            if (--feed.Holders == 0)
            {
                // A feed that never had an answer (an address somebody made up) takes no room after its page.
                var linger = feed.HasState ? _options.Linger : TimeSpan.Zero;
                feed.Closing = time.CreateTimer(_ => CloseUnheld(feed), null, linger, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void CloseUnheld(LiveFeed<TKey, TState> feed)
    {
        lock (_gate)
        {
            if (feed.Holders == 0 && _feeds.TryGetValue(feed.Key, out var current) && ReferenceEquals(current, feed))
            {
                _feeds.Remove(feed.Key);
                Close(feed);
            }
        }
    }

    // Under the lock. The task is kept so that disposal waits for it.
    private void Close(LiveFeed<TKey, TState> feed)
    {
        feed.Closing?.Dispose();
        _closing.RemoveWhere(task => task.IsCompleted);
        _closing.Add(Task.Run(async () => await feed.DisposeAsync()));
    }
}
