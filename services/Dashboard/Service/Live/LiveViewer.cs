using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace RaceSystem.Dashboard.Service.Live;

/// <summary>
/// One browser's event stream: a bounded queue over one or more feeds. A browser that reads slower than events come
/// loses the queue and gets the present state instead, so nobody waits for the slowest.
/// </summary>
public sealed class LiveViewer(int queueLength) : IDisposable
{
    private readonly Channel<LiveEvent> _queue = Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(queueLength) { SingleReader = true });
    private readonly List<ILiveFeed> _feeds = [];
    private int _skipped;

    /// <summary>How often this viewer was too slow and skipped to the newest state.</summary>
    public int SkipCount { get; private set; }

    /// <summary>Queues an event, or notes that the viewer missed one. Never waits.</summary>
    public void Offer(LiveEvent next)
    {
        if (!_queue.Writer.TryWrite(next))
        {
            Volatile.Write(ref _skipped, 1);
        }
    }

    /// <summary>Called by a feed that took the viewer in.</summary>
    public void Joined(ILiveFeed feed) => _feeds.Add(feed);

    /// <summary>Gives the events until the caller cancels. One reader only, after the viewer joined its feeds.</summary>
    public async IAsyncEnumerable<SseItem<byte[]>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Browsers that lost the same server come back spread over some seconds.
        var reconnect = TimeSpan.FromMilliseconds(Random.Shared.Next(1_000, 5_000));
        foreach (var first in _feeds.SelectMany(feed => feed.Present()))
        {
            yield return new SseItem<byte[]>(first.Data, first.Name) { ReconnectionInterval = reconnect };
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            // The mark is taken back before the queue is emptied and the present is read: whatever is queued afterwards is not older.
            if (Interlocked.Exchange(ref _skipped, 0) == 1)
            {
                SkipCount++;
                DashboardTelemetry.Skips.Add(1);
                while (_queue.Reader.TryRead(out _))
                {
                }

                foreach (var present in _feeds.SelectMany(feed => feed.Present()))
                {
                    yield return new SseItem<byte[]>(present.Data, present.Name);
                }
            }

            if (_queue.Reader.TryRead(out var next))
            {
                yield return new SseItem<byte[]>(next.Data, next.Name);
            }
            else if (!await WaitAsync(cancellationToken))
            {
                yield break;
            }
        }
    }

    /// <summary>Leaves all feeds.</summary>
    public void Dispose()
    {
        foreach (var feed in _feeds)
        {
            feed.Leave(this);
        }

        _feeds.Clear();
        _queue.Writer.TryComplete();
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _queue.Reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false; // the browser left, or the host stops
        }
    }
}
