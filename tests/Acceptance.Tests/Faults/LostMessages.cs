using RaceSystem.Platform.Changelog;

namespace RaceSystem.Acceptance.Tests.Faults;

/// <summary>A bus that loses messages: one in every <paramref name="every"/>.</summary>
internal sealed class LostMessages(int every) : IChangePublishFilter
{
    private int _seen;
    private int _lost;

    /// <summary>Messages that were to be sent.</summary>
    public int Seen => _seen;

    /// <summary>Messages that were not.</summary>
    public int Lost => _lost;

    public bool Drops(object message)
    {
        if (Interlocked.Increment(ref _seen) % every != 0)
        {
            return false;
        }

        Interlocked.Increment(ref _lost);
        return true;
    }
}
