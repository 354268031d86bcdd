namespace RaceSystem.Platform.Changelog.Following;

/// <summary>A followed log with what orders its use.</summary>
internal sealed class FollowedMeet(FollowedLog log)
{
    private const long NotBehind = long.MinValue;

    private long _behindSince = NotBehind;
    private long _applied;

    public FollowedLog Log => log;

    /// <summary>Held while the log is used.</summary>
    public SemaphoreSlim Use { get; } = new(1, 1);

    /// <summary>Held while its changes are fetched: one fetch at a time.</summary>
    public SemaphoreSlim Fetch { get; } = new(1, 1);

    /// <summary>
    /// Since when nothing was applied although more is known to exist (a timestamp); null when the log is not behind. Any
    /// thread may read it.
    /// </summary>
    public long? BehindSince => Interlocked.Read(ref _behindSince) is var since and not NotBehind ? since : null;

    /// <summary>The log's applied sequence after its last use. Any thread may read it.</summary>
    public long AppliedSequence => Interlocked.Read(ref _applied);

    /// <summary>Call after every use, still holding it.</summary>
    public void Note(long now)
    {
        if (!log.IsBehind)
        {
            Interlocked.Exchange(ref _behindSince, NotBehind);
        }
        else if (BehindSince is null || log.Applied != AppliedSequence)
        {
            Interlocked.Exchange(ref _behindSince, now);
        }

        Interlocked.Exchange(ref _applied, log.Applied);
    }

    /// <summary>A fetch failed: the next one is due after <paramref name="until"/>.</summary>
    public void Postpone(long until) => Interlocked.Exchange(ref _behindSince, until);
}
