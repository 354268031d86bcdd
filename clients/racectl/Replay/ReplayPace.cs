namespace RaceSystem.Racectl.Replay;

/// <summary>The clock of a replay, shared by its devices: when a moment of the race comes up.</summary>
internal sealed class ReplayPace(double? speed, long beginUs, TimeProvider timeProvider)
{
    /// <summary>Reads that come due within this go out together.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly long _started = timeProvider.GetTimestamp();

    public bool IsDue(long raceUs) => speed is not { } factor || timeProvider.GetElapsedTime(_started).TotalMicroseconds * factor >= raceUs - beginUs;

    /// <summary>Waits until the moment, and at least a tick.</summary>
    public async Task WaitAsync(long raceUs, CancellationToken cancellationToken)
    {
        if (speed is not { } factor)
        {
            return;
        }

        var left = TimeSpan.FromMicroseconds((raceUs - beginUs) / factor) - timeProvider.GetElapsedTime(_started);
        await Task.Delay(left > Tick ? left : Tick, timeProvider, cancellationToken).ConfigureAwait(false);
    }
}
