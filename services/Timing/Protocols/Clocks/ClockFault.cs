namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>What is wrong with a decoder's clock.</summary>
public enum ClockFault
{
    /// <summary>Off by whole quarters of an hour: it tells the time of another zone than the device's.</summary>
    Zone,

    /// <summary>A date that is not today's.</summary>
    Date,

    /// <summary>Never set: it counts from 1970, 1980 or 2000.</summary>
    Unset,

    /// <summary>Ahead or behind by more than the tolerance.</summary>
    Offset,
}
