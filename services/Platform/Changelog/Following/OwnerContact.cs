namespace RaceSystem.Platform.Changelog.Following;

/// <summary>
/// When the owner was last heard of, on the bus or in an answer, and since when it does not answer. Safe to use from
/// several threads.
/// </summary>
internal sealed class OwnerContact(TimeProvider time)
{
    /// <summary>After this silence the owner is asked.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(5);

    /// <summary>How often an owner that does not answer is asked.</summary>
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(2);

    private const long Answers = long.MinValue;

    private long _heardAt = time.GetTimestamp();
    private long _askedAt = time.GetTimestamp();
    private long _awaySince = Answers;

    /// <summary>How long calls have failed without an answer in between; zero while the owner answers.</summary>
    public TimeSpan AwayFor => Interlocked.Read(ref _awaySince) is var since and not Answers ? time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Whether it is time to ask the owner by itself.</summary>
    public bool IsDue
    {
        get
        {
            var asked = time.GetElapsedTime(Interlocked.Read(ref _askedAt));
            return Interlocked.Read(ref _awaySince) == Answers
                ? asked >= SilenceLimit && time.GetElapsedTime(Interlocked.Read(ref _heardAt)) >= SilenceLimit
                : asked >= RetryPeriod;
        }
    }

    /// <summary>Notes that the bus brought something of the owner.</summary>
    public void Heard() => Interlocked.Exchange(ref _heardAt, time.GetTimestamp());

    /// <summary>Notes that the owner answered.</summary>
    /// <returns>Whether it was away before.</returns>
    public bool Answered()
    {
        Interlocked.Exchange(ref _askedAt, time.GetTimestamp());
        return Interlocked.Exchange(ref _awaySince, Answers) != Answers;
    }

    /// <summary>Notes that a call failed.</summary>
    /// <returns>Whether the owner answered before.</returns>
    public bool Failed()
    {
        var now = time.GetTimestamp();
        Interlocked.Exchange(ref _askedAt, now);
        return Interlocked.CompareExchange(ref _awaySince, now, Answers) == Answers;
    }
}
