namespace RaceSystem.Timing.Protocols.Wiclax;

/// <summary>What a device says in the generic acquisition protocol.</summary>
internal abstract record WiclaxLine
{
    /// <summary>A chip was read.</summary>
    /// <param name="Chip">Its code.</param>
    /// <param name="Wall">The device's local time.</param>
    /// <param name="Location">Name of the loop, antenna or device; empty when it was not told.</param>
    /// <param name="IsRewound">It comes from the device's memory because we asked for it.</param>
    public sealed record Read(string Chip, long Wall, string Location, bool IsRewound) : WiclaxLine;

    /// <summary>The gun (<c>RACESTART</c>), a time of day.</summary>
    public sealed record Gun(long MicrosOfDay) : WiclaxLine;

    /// <summary>The answer to a question for the time (<c>CLOCK</c>).</summary>
    public sealed record Clock(long Wall) : WiclaxLine;

    /// <summary>A sign of life or of consent.</summary>
    public sealed record Other : WiclaxLine;
}
