using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>A bus that loses every n-th message.</summary>
internal sealed class DropSome(int every) : IChangePublishFilter
{
    private int _seen;

    public int Dropped { get; private set; }

    public bool Drops(object message)
    {
        var drops = Interlocked.Increment(ref _seen) % every == 0;
        Dropped += drops ? 1 : 0;
        return drops;
    }
}
