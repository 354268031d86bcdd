namespace RaceSystem.Timing.Protocols;

/// <summary>Bounds of one connection.</summary>
/// <param name="MaxFrameBytes">A longer frame is rejected; the session goes on behind it.</param>
/// <param name="IdleTimeout">Without a byte for this long the connection ends.</param>
public sealed record SessionLimits(int MaxFrameBytes, TimeSpan IdleTimeout)
{
    /// <summary>64 KiB, two minutes.</summary>
    public static readonly SessionLimits Default = new(64 * 1024, TimeSpan.FromMinutes(2));
}
