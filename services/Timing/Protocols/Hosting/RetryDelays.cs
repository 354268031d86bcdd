namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Doubling waits between attempts.</summary>
internal sealed class RetryDelays(HostingLimits limits)
{
    private TimeSpan _next = limits.MinRetryDelay;

    internal void Reset() => _next = limits.MinRetryDelay;

    internal TimeSpan Next()
    {
        var delay = _next;
        _next = delay * 2 < limits.MaxRetryDelay ? delay * 2 : limits.MaxRetryDelay;
        return delay;
    }
}
