namespace RaceSystem.Dashboard.Service.Live;

/// <summary>Bounds and rhythm of live updates. Configuration section <c>Dashboard:Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>Subscriptions of one kind open at once; a further page gets "busy".</summary>
    public int MaxFeeds { get; set; } = 1_000;

    /// <summary>Browsers with an open event stream; a further one gets 503.</summary>
    public int MaxViewers { get; set; } = 100_000;

    /// <summary>Events waiting for one slow browser; past that it skips to the newest state.</summary>
    public int ViewerQueue { get; set; } = 16;

    /// <summary>Shortest time between two events of a feed: faster is not legible.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long a subscription outlives its last viewer: a page load is followed by its event stream.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A sign of life for browsers and proxies between them and us.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a page waits for a feed's first state.</summary>
    public TimeSpan FirstState { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>First pause before a lost subscription is opened again; doubles with each failure.</summary>
    public TimeSpan RetryFrom { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest such pause.</summary>
    public TimeSpan RetryUpTo { get; set; } = TimeSpan.FromSeconds(10);
}
