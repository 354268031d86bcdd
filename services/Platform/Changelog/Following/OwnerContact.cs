namespace RaceSystem.Platform.Changelog.Following;

/// <summary>When the owner was last heard of, and since when it cannot be reached. Safe to use from several threads.</summary>
internal sealed class OwnerContact(TimeProvider time)
{
    private long _heardAt = time.GetTimestamp();
    private long _awaySince;

    /// <summary>How long nothing was heard: neither the bus nor a call.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _heardAt));

    /// <summary>How long calls have failed without anything heard in between; zero while the owner is there.</summary>
    public TimeSpan AwayFor => Interlocked.Read(ref _awaySince) is var since and not 0 ? time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Notes that the owner is there.</summary>
    /// <returns>Whether it was away before.</returns>
    public bool Heard()
    {
        Interlocked.Exchange(ref _heardAt, time.GetTimestamp());
        return Interlocked.Exchange(ref _awaySince, 0) != 0;
    }

    /// <summary>Notes that a call failed; the next one is due after another silence.</summary>
    /// <returns>Whether it was there before.</returns>
    public bool Failed()
    {
        Interlocked.Exchange(ref _heardAt, time.GetTimestamp());
        return Interlocked.CompareExchange(ref _awaySince, Math.Max(1, time.GetTimestamp()), 0) == 0;
    }
}
