namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Numbers of parameters in LLRP 1.0.1 and 1.1; those below 128 are type-value, the others type-length-value.</summary>
internal static class LlrpParameterType
{
    public const ushort AntennaId = 1;
    public const ushort FirstSeenUtc = 2;
    public const ushort FirstSeenUptime = 3;
    public const ushort LastSeenUtc = 4;
    public const ushort LastSeenUptime = 5;
    public const ushort PeakRssi = 6;
    public const ushort TagSeenCount = 8;
    public const ushort Epc96 = 13;
    public const ushort UtcTimestamp = 128;
    public const ushort Uptime = 129;
    public const ushort RoSpec = 177;
    public const ushort RoBoundarySpec = 178;
    public const ushort RoSpecStartTrigger = 179;
    public const ushort RoSpecStopTrigger = 182;
    public const ushort AiSpec = 183;
    public const ushort AiSpecStopTrigger = 184;
    public const ushort InventoryParameterSpec = 186;
    public const ushort KeepAliveSpec = 220;
    public const ushort EventsAndReports = 226;
    public const ushort RoReportSpec = 237;
    public const ushort TagReportContentSelector = 238;
    public const ushort TagReportData = 240;
    public const ushort EpcData = 241;
    public const ushort ReaderEventNotificationData = 246;
    public const ushort GpiEvent = 248;
    public const ushort ReportBufferOverflow = 251;
    public const ushort ConnectionAttempt = 256;
    public const ushort ConnectionClose = 257;
    public const ushort LlrpStatus = 287;

    /// <summary>Length of the value of a type-value parameter; -1 when it is not known, and nothing behind it can be found.</summary>
    public static int ValueLength(int type) => type switch
    {
        AntennaId or 7 or TagSeenCount or 10 or 11 or 12 or 14 or 15 or 17 or 19 or 20 => 2,
        FirstSeenUtc or FirstSeenUptime or LastSeenUtc or LastSeenUptime => 8,
        PeakRssi => 1,
        9 or 16 or 18 => 4,
        Epc96 => 12,
        _ => -1,
    };
}
