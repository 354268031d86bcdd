namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Bounds of one decoder's connections.</summary>
/// <param name="MaxConnections">Open at once; a further one is closed at once.</param>
/// <param name="MaxConnectionsPerAddress">Of them from one remote address.</param>
/// <param name="SendTimeout">The other side may take this long to take what we send.</param>
/// <param name="MinRetryDelay">First wait before dialling or binding again; doubles.</param>
/// <param name="MaxRetryDelay">Longest of these waits.</param>
/// <param name="Session">Bounds of one connection.</param>
public sealed record HostingLimits(
    int MaxConnections,
    int MaxConnectionsPerAddress,
    TimeSpan SendTimeout,
    TimeSpan MinRetryDelay,
    TimeSpan MaxRetryDelay,
    SessionLimits Session)
{
    /// <summary>32 connections, 8 from one address, 30 s to send, 0.25 to 10 s between attempts.</summary>
    public static readonly HostingLimits Default =
        new(32, 8, TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(10), SessionLimits.Default);
}
