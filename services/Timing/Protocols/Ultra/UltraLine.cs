namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>What an Ultra says, or a line of one of its files.</summary>
internal abstract record UltraLine
{
    /// <summary>A chip was read.</summary>
    /// <param name="Chip">Its code.</param>
    /// <param name="Time">When.</param>
    /// <param name="RssiDbm">Signal strength; 0 when it is not told.</param>
    /// <param name="Antenna">Ports of the first reader are 1 to 4, of the second 5 to 8.</param>
    /// <param name="IsRewound">It comes from the log because somebody asked for it.</param>
    /// <param name="UltraId">Number of the box; empty when it has none.</param>
    /// <param name="LogId">Number in the box's log; 0 in files, which have none.</param>
    public sealed record Read(string Chip, UltraTime Time, short RssiDbm, ushort Antenna, bool IsRewound, string UltraId, long LogId) : UltraLine;

    /// <summary>The start button: a record of chip 0 on port 0.</summary>
    public sealed record Gun(UltraTime Time, bool IsRewound, string UltraId, long LogId) : UltraLine;

    /// <summary>The answer to a question for the time.</summary>
    public sealed record Clock(long Wall) : UltraLine;

    /// <summary>A greeting, voltage, state or setting.</summary>
    public sealed record Other : UltraLine;
}
