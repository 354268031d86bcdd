namespace RaceSystem.Platform.Changelog.Following;

/// <summary>A followed log with what orders its use.</summary>
internal sealed class FollowedMeet(FollowedLog log) : IDisposable
{
    public FollowedLog Log => log;

    /// <summary>Held while the log is used.</summary>
    public SemaphoreSlim Use { get; } = new(1, 1);

    /// <summary>Held while its changes are fetched: one fetch at a time.</summary>
    public SemaphoreSlim Fetch { get; } = new(1, 1);

    /// <summary>Since when nothing was applied although more is known to exist; null when the log is not behind.</summary>
    public long? BehindSince { get; set; }

    /// <summary>A copy of the log's applied sequence that any thread may read.</summary>
    public long AppliedSequence { get; private set; }

    /// <summary>Call after every use, still holding it.</summary>
    public void Note(long now)
    {
        if (!log.IsBehind)
        {
            BehindSince = null;
        }
        else if (BehindSince is null || log.Applied != AppliedSequence)
        {
            BehindSince = now;
        }

        AppliedSequence = log.Applied;
    }

    public void Dispose()
    {
        Use.Dispose();
        Fetch.Dispose();
    }
}
