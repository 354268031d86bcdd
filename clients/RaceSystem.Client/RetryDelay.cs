namespace RaceSystem.Client;

/// <summary>Waits that double from the shortest to the longest, each shortened at random so that many clients do not return at once.</summary>
internal sealed class RetryDelay(TimeSpan shortest, TimeSpan longest)
{
    private TimeSpan _last;

    public TimeSpan Next()
    {
        _last = _last == TimeSpan.Zero ? shortest : _last + _last < longest ? _last + _last : longest;
        return _last * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    public void Reset() => _last = TimeSpan.Zero;
}
