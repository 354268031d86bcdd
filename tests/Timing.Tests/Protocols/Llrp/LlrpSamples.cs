using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Llrp;

namespace RaceSystem.Timing.Tests.Protocols.Llrp;

/// <summary>Messages of readers.</summary>
internal static class LlrpSamples
{
    /// <summary>A report as a reader of the field sent it: EPC of 128 bits, antenna, strength, a maker's own parameter, no time.</summary>
    public const string Untimed =
        "04 3d 00 00 00 3a 00 00 00 00 00 f0 00 30 00 f1 00 16 00 80 85 04 70 00 04 90 50 50 31 55 30 34 00 70 23 00 81 00 01 86 b7 8c 44 00 03 ff 00 0e 00 00 5e 95 00 00 00 38 00 16";

    public static readonly long Noon = Instant.From(new DateTimeOffset(2026, 4, 2, 12, 0, 0, TimeSpan.Zero)).Micros;

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static byte[] Report(params Action<LlrpWriter>[] tags)
    {
        var message = new LlrpWriter(LlrpMessageType.RoAccessReport, 7);
        foreach (var tag in tags)
        {
            message.Parameter(LlrpParameterType.TagReportData, tag);
        }

        return message.ToArray();
    }

    /// <summary>A tag of 96 bits with its first and last sight a second apart.</summary>
    public static Action<LlrpWriter> Tag(byte last, long micros) => tag => tag
        .TypeValue(LlrpParameterType.Epc96).Raw([0x30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last])
        .TypeValue(LlrpParameterType.AntennaId).U16(3)
        .TypeValue(LlrpParameterType.PeakRssi).U8(unchecked((byte)-61))
        .TypeValue(LlrpParameterType.FirstSeenUtc).U64((ulong)micros)
        .TypeValue(LlrpParameterType.LastSeenUtc).U64((ulong)micros + 1_000_000)
        .TypeValue(LlrpParameterType.TagSeenCount).U16(4);

    /// <summary>A tag of a reader that knows only how long it has been running.</summary>
    public static Action<LlrpWriter> UptimeTag(byte last, long uptime) => tag => tag
        .TypeValue(LlrpParameterType.Epc96).Raw([0x30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last])
        .TypeValue(LlrpParameterType.FirstSeenUptime).U64((ulong)uptime);

    public static byte[] Event(Action<LlrpWriter> data) =>
        new LlrpWriter(LlrpMessageType.ReaderEventNotification, 1).Parameter(LlrpParameterType.ReaderEventNotificationData, data).ToArray();

    public static byte[] Connected(long micros, ushort result = 0) => Event(data => data
        .Parameter(LlrpParameterType.UtcTimestamp, now => now.U64((ulong)micros))
        .Parameter(LlrpParameterType.ConnectionAttempt, attempt => attempt.U16(result)));

    public static byte[] ConnectedByUptime(long uptime) => Event(data => data
        .Parameter(LlrpParameterType.Uptime, now => now.U64((ulong)uptime))
        .Parameter(LlrpParameterType.ConnectionAttempt, attempt => attempt.U16(0)));

    public static byte[] Input(ushort port, long micros) => Event(data => data
        .Parameter(LlrpParameterType.UtcTimestamp, now => now.U64((ulong)micros))
        .Parameter(LlrpParameterType.GpiEvent, input => input.U16(port).U8(0x80)));

    public static byte[] Response(ushort type, uint id, ushort status = 0, string words = "") =>
        new LlrpWriter(type, id).Parameter(LlrpParameterType.LlrpStatus, value => value.U16(status).U16((ushort)words.Length).Raw(System.Text.Encoding.UTF8.GetBytes(words))).ToArray();

    public static byte[] KeepAlive(uint id) => new LlrpWriter(LlrpMessageType.KeepAlive, id).ToArray();
}
