namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>What a frame of an IPICO reader says; times are as the reader's clock shows them.</summary>
internal abstract record IpicoFrame
{
    /// <summary>A chip was read (<c>aa</c>).</summary>
    /// <param name="Reader">Number of the reader, two hexadecimal digits.</param>
    /// <param name="Chip">Twelve hexadecimal digits.</param>
    /// <param name="Counters">Receptions on the I and Q channels, one byte each.</param>
    /// <param name="Wall">Time, in steps of 10 ms.</param>
    public sealed record Read(string Reader, string Chip, ushort Counters, long Wall) : IpicoFrame;

    /// <summary>The trigger input or button (<c>ab</c> 2c).</summary>
    public sealed record Trigger(string Reader, long Wall) : IpicoFrame;

    /// <summary>The answer to a question for the time (<c>ab</c> 02).</summary>
    public sealed record Date(long Wall) : IpicoFrame;

    /// <summary>State of the memory (<c>ab</c> 4b): whether a download runs, how much there is, how much of it was sent.</summary>
    public sealed record Memory(bool IsDownloading, int Extent, int Progress) : IpicoFrame;

    /// <summary>The reader does not know the command that it was given (<c>ab</c> f0 to f5).</summary>
    public sealed record Refusal : IpicoFrame;

    /// <summary>Another control frame, whose checksum is right.</summary>
    public sealed record Other : IpicoFrame;
}
