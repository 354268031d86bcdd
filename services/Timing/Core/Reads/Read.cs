namespace RaceSystem.Timing.Core.Reads;

/// <summary>
/// One raw detection of a chip by a device, 16 bytes. Two reads that agree in everything are the same read.
/// </summary>
/// <param name="TimeMicros">Device time, microseconds since the Unix epoch, without clock offset.</param>
/// <param name="Device">Index of the device in its meet.</param>
/// <param name="RssiDbm">Signal strength; 0 when the device does not report it.</param>
/// <param name="Antenna">Antenna port; 0 when the device does not report it.</param>
public readonly record struct Read(long TimeMicros, ushort Device, short RssiDbm, ushort Antenna)
{
    /// <summary>Order in a read set: by device time; the rest only makes the order total.</summary>
    public int CompareTo(in Read other)
    {
        var byTime = TimeMicros.CompareTo(other.TimeMicros);
        return byTime != 0 ? byTime : Detail.CompareTo(other.Detail);
    }

    private long Detail => ((long)Device << 32) | ((long)Antenna << 16) | (ushort)(RssiDbm + 32_768);
}
