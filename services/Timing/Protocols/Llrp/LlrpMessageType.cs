using System.Collections.Frozen;

namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Numbers of messages in LLRP 1.0.1 and 1.1.</summary>
internal static class LlrpMessageType
{
    public const ushort SetReaderConfig = 3;
    public const ushort SetReaderConfigResponse = 13;
    public const ushort AddRoSpec = 20;
    public const ushort DeleteRoSpec = 21;
    public const ushort StartRoSpec = 22;
    public const ushort EnableRoSpec = 24;
    public const ushort GetRoSpecs = 26;
    public const ushort GetRoSpecsResponse = 36;
    public const ushort RoAccessReport = 61;
    public const ushort KeepAlive = 62;
    public const ushort ReaderEventNotification = 63;
    public const ushort EnableEventsAndReports = 64;
    public const ushort KeepAliveAck = 72;
    public const ushort ErrorMessage = 100;

    /// <summary>From a ROSpec command to its response.</summary>
    public const ushort RoSpecResponseOffset = 10;

    private static readonly FrozenSet<int> Known = new[]
    {
        1, 2, 3, 4, 11, 12, 13, 14, 20, 21, 22, 23, 24, 25, 26, 30, 31, 32, 33, 34, 35, 36, 40, 41, 42, 43, 44, 45, 46, 47,
        50, 51, 52, 53, 54, 55, 56, 57, 60, 61, 62, 63, 64, 72, 100, 1023,
    }.ToFrozenSet();

    /// <summary>Whether the standard knows it.</summary>
    public static bool IsKnown(int type) => Known.Contains(type);
}
