namespace RaceSystem.Timing.Protocols;

/// <summary>Values of a read that readers may tell wrongly without making the read wrong.</summary>
internal static class Signal
{
    private const int StrongestDbm = 100;

    /// <summary>A signal strength; 0, not told, when it cannot be one.</summary>
    public static short Rssi(long dbm) => dbm is >= -200 and <= StrongestDbm ? (short)dbm : (short)0;

    /// <summary>An antenna port; 0, not told, when it cannot be one.</summary>
    public static ushort Antenna(long port) => port is >= 0 and <= ushort.MaxValue ? (ushort)port : (ushort)0;
}
