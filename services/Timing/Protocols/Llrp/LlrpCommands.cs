namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>Messages that a session sends.</summary>
internal static class LlrpCommands
{
    /// <summary>ROSpec that this project runs where it is told to.</summary>
    public const uint RoSpecId = 4_101;

    private const ushort AllAntennas = 0;
    private const ushort ContentAntennaRssiTimes = 0x1700;

    /// <summary>Asks to keep reports while nobody is connected, and to be heard of regularly.</summary>
    public static byte[] SetReaderConfig(uint id, bool holdsReports, TimeSpan keepAlive)
    {
        var message = new LlrpWriter(LlrpMessageType.SetReaderConfig, id)
            .U8(0)
            .Parameter(LlrpParameterType.KeepAliveSpec, spec => spec.U8(1).U32((uint)keepAlive.TotalMilliseconds));
        return (holdsReports ? message.Parameter(LlrpParameterType.EventsAndReports, spec => spec.U8(0x80)) : message).ToArray();
    }

    /// <summary>From now on the reader sends, what it held first. Has no response.</summary>
    public static byte[] EnableEventsAndReports(uint id) => new LlrpWriter(LlrpMessageType.EnableEventsAndReports, id).ToArray();

    /// <summary>We are there, and have stored what came.</summary>
    public static byte[] KeepAliveAck(uint id) => new LlrpWriter(LlrpMessageType.KeepAliveAck, id).ToArray();

    /// <summary>Asks what the reader runs.</summary>
    public static byte[] GetRoSpecs(uint id) => new LlrpWriter(LlrpMessageType.GetRoSpecs, id).ToArray();

    /// <summary>Deletes, enables or starts our ROSpec.</summary>
    public static byte[] OfRoSpec(ushort type, uint id) => new LlrpWriter(type, id).U32(RoSpecId).ToArray();

    /// <summary>Adds our ROSpec: all antennas, without end, each tag reported at once.</summary>
    public static byte[] AddRoSpec(uint id) => new LlrpWriter(LlrpMessageType.AddRoSpec, id)
        .Parameter(LlrpParameterType.RoSpec, spec => spec.U32(RoSpecId).U8(0).U8(0)
            .Parameter(LlrpParameterType.RoBoundarySpec, boundary => boundary
                .Parameter(LlrpParameterType.RoSpecStartTrigger, trigger => trigger.U8(0))
                .Parameter(LlrpParameterType.RoSpecStopTrigger, trigger => trigger.U8(0).U32(0)))
            .Parameter(LlrpParameterType.AiSpec, antennas => antennas.U16(1).U16(AllAntennas)
                .Parameter(LlrpParameterType.AiSpecStopTrigger, trigger => trigger.U8(0).U32(0))
                .Parameter(LlrpParameterType.InventoryParameterSpec, inventory => inventory.U16(1).U8(1)))
            .Parameter(LlrpParameterType.RoReportSpec, report => report.U8(1).U16(1)
                .Parameter(LlrpParameterType.TagReportContentSelector, content => content.U16(ContentAntennaRssiTimes))))
        .ToArray();
}
